import { store } from '../../db/store'
import type { WorkSource } from './source'

/** Looked at to group them: as many as are counted. */
const LOOKED_AT = 99

/** Sign-ups that wait for their organiser, whoever that is: one item an event. */
export const registrations: WorkSource = {
  kind: 'registration',
  duty: null,
  count: ({ communityId, userId }, max) =>
    store.countUpTo(
      'registrations',
      { communityId, organiserUserId: userId, state: 'requested' },
      max,
    ),
  oldest: async ({ communityId, userId }, limit) => {
    const found = await store.find('registrations', {
      where: { communityId, organiserUserId: userId, state: 'requested' },
      orderBy: ['order', 'asc'],
      limit: LOOKED_AT,
    })
    const firsts = found.filter(
      (part, n) => found.findIndex(({ eventId }) => eventId === part.eventId) === n,
    )
    return firsts.slice(0, limit).map(({ eventId, eventTitle = '', createdAt }) => ({
      kind: 'registration',
      itemId: eventId,
      since: createdAt.toISOString(),
      urgency: 'normal',
      title: eventTitle,
      words: '',
      params: { count: found.filter((part) => part.eventId === eventId).length },
    }))
  },
}
