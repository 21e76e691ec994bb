import { store } from '../../db/store'
import type { WorkSource } from './source'

/** Content that screening stopped, in the order in which it came; never one's own. */
export const cases: WorkSource = {
  kind: 'case',
  duty: 'moderate',
  count: ({ communityId }, max) => store.countUpTo('cases', { communityId, state: 'open' }, max),
  oldest: async ({ communityId, userId }, limit) => {
    const found = await store.find('cases', {
      where: { communityId, state: 'open' },
      orderBy: ['order', 'asc'],
      limit,
    })
    return found
      .filter(({ authorUserId }) => authorUserId !== userId)
      .map(({ _id, createdAt, texts, revision, kind }) => ({
        kind: 'case',
        itemId: _id,
        since: createdAt.toISOString(),
        urgency: 'normal',
        title: texts[0]?.text ?? '',
        words: '',
        params: { revision, subject: kind },
      }))
  },
}
