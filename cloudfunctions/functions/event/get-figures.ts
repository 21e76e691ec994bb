import { FIGURES_EVENTS_MAX } from '../../../types/event-figures'
import { gt } from '../../db/store'
import { summed } from '../../domain/events/outcome'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { timeOf } from '../../runtime/ids'
import { mayDecide } from './policy'

const DAY_MS = 86_400_000

/** How the events that were held went: one's own, or everybody's for those who approve events. */
export const getFigures = read('event.getFigures', {
  fetch: async ({ store, input: { communityId, of, days }, userId, now }) => {
    const whose = of === 'mine' ? { userId } : { visibility: 'shown' as const }
    const since = new Date(now.getTime() - days * DAY_MS)
    const found = await store.find('events', {
      where: { communityId, ...whose, state: 'ended', startKey: gt(timeOf(since)) },
      orderBy: ['startKey', 'desc'],
      limit: FIGURES_EVENTS_MAX + 1,
    })
    return { of, found }
  },
  allow: (actor, { of }) => of === 'mine' || mayDecide(actor),
  reply: async ({ store, actor }, { found }) => {
    const held = found.slice(0, FIGURES_EVENTS_MAX)
    const organisers = [...new Set(held.map(({ userId }) => userId))]
    const person = await findPeople(store, actor.community, organisers)
    // The timer counts within a minute of the end.
    const events = held.flatMap(({ _id, userId, form, startsAt, outcome }) =>
      outcome
        ? {
            ...outcome,
            eventId: _id,
            title: form.title,
            startsAt: startsAt.toISOString(),
            organiser: person(userId),
          }
        : [],
    )
    return { events, total: summed(events), isCut: found.length > FIGURES_EVENTS_MAX }
  },
})
