import { ticketCode } from '../../domain/events/codes'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchEvent } from './load'
import { anyMember, ours } from './policy'

/** A member's own code, for a steward to scan. Refuses `not_registered` without a seat. */
export const getTicket = read('event.getTicket', {
  fetch: fetchEvent,
  allow: anyMember,
  reply: async ({ actor }, { event: found, mine }) => {
    const event = ours(found, actor)
    if (mine?.state !== 'seated' && mine?.state !== 'attended') return refuse('not_registered')
    return { code: ticketCode(event.doorKey, event._id, actor.userId) }
  },
})
