import { oneOf, store } from '../../db/store'
import type { WorkSource } from './source'

/** An event that begins within a day is urgent to decide about. */
const URGENT_MS = 86_400_000

const pending = (communityId: string) => ({
  communityId,
  state: 'pending' as const,
  visibility: oneOf(['shown', 'pending']),
})

/** Events that wait for an approval, those that begin first in front. */
export const events: WorkSource = {
  kind: 'event',
  duty: 'approveEvents',
  count: ({ communityId }, max) => store.countUpTo('events', pending(communityId), max),
  oldest: async ({ communityId, now }, limit) => {
    const found = await store.find('events', {
      where: pending(communityId),
      orderBy: ['startKey', 'asc'],
      limit,
    })
    return found.map(({ _id, createdAt, startsAt, form, kind }) => ({
      kind: 'event',
      itemId: _id,
      since: createdAt.toISOString(),
      urgency: startsAt.getTime() - now.getTime() < URGENT_MS ? 'urgent' : 'normal',
      title: form.title,
      words: form.about,
      params: { kind, startsAt: startsAt.toISOString() },
    }))
  },
}
