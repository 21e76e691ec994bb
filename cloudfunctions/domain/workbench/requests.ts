import { empty, gt, gte, store } from '../../db/store'
import { ranksOf } from '../help/urgency'
import type { Workplace, WorkSource } from './source'

/** Pressing requests that nobody has offered to help with: those who watch the board see to it. */
const unanswered = ({ communityId, now }: Workplace) => ({
  communityId,
  state: 'open' as const,
  rank: gte(ranksOf('urgent').from),
  deadline: gt(now),
  helperUserIds: empty(),
  visibility: 'shown' as const,
})

/** One's own is for others to answer, and still for its watcher to see through. */
export const requests: WorkSource = {
  kind: 'request',
  duty: 'watchBoard',
  count: (at, max) => store.countUpTo('requests', unanswered(at), max),
  oldest: async (at, limit) => {
    const found = await store.find('requests', {
      where: unanswered(at),
      orderBy: ['rank', 'desc'],
      limit,
    })
    return found.map(({ _id, createdAt, urgency, title, templateName }) => ({
      kind: 'request',
      itemId: _id,
      since: createdAt.toISOString(),
      urgency,
      title,
      words: templateName,
      params: {},
    }))
  },
}
