import { doorCode } from '../../domain/events/codes'
import { isDoorOpen } from '../../domain/events/event'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayRunDoor, ours } from './policy'

const ATTENDED_MAX = 2000

/** What a steward's phone shows at the door now. Refuses `door_closed`. */
export const getDoorCode = read('event.getDoorCode', {
  fetch: async ({ store, input: { eventId } }) => {
    const [event, tally, attended] = await Promise.all([
      store.get('events', eventId),
      store.get('tallies', eventId),
      store.countUpTo('registrations', { eventId, state: 'attended' }, ATTENDED_MAX),
    ])
    return { event, tally, attended }
  },
  allow: (actor, { event }) => (event ? mayRunDoor(actor, { event }) : 'not_found'),
  reply: async ({ actor, now }, { event: found, tally, attended }) => {
    const event = ours(found, actor)
    if (!isDoorOpen(event, now)) return refuse('door_closed')
    const { code, until } = doorCode(event.doorKey, event._id, now)
    const expected = tally ? tally.capacity - tally.free : 0
    const validSeconds = Math.floor((until.getTime() - now.getTime()) / 1000)
    return { code, validSeconds, attended, expected }
  },
})
