import { store } from '../../db/store'
import { inWords } from '../entry/answers'
import type { WorkSource } from './source'

/** Applications to join, in the order in which they came. */
export const applications: WorkSource = {
  kind: 'application',
  duty: 'reviewEntry',
  count: ({ communityId }, max) =>
    store.countUpTo('applications', { communityId, state: 'pending' }, max),
  oldest: async ({ communityId, userId }, limit) => {
    const found = await store.find('applications', {
      where: { communityId, state: 'pending' },
      orderBy: ['order', 'asc'],
      limit,
    })
    return found
      .filter((application) => application.userId !== userId)
      .map((application) => ({
        kind: 'application',
        itemId: application._id,
        since: application.submittedAt.toISOString(),
        urgency: 'normal',
        title: application.nickname,
        words: answersInWords(application),
        params: { revision: application.revision, avatar: application.avatar },
      }))
  },
}

function answersInWords({ questions, answers }: Parameters<typeof inWords>[0]): string {
  return inWords({ questions, answers })
    .map(({ label, value }) => `${label}：${value}`)
    .join('\n')
}
