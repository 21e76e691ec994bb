import { readTicket } from '../../domain/events/codes'
import { isDoorOpen, rulesFor } from '../../domain/events/event'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { arrive } from './arrive'
import { loadEvent } from './load'
import { mayRunDoor } from './policy'

/** A phone's clock may go ahead of ours by so much. */
const AHEAD_MS_MAX = 120_000

/**
 * A steward lets somebody in, by the code on their phone or by name; `at` is when it was, for what a
 * phone kept while it had no network. Refuses `door_closed` outside the hours, `code_wrong`.
 */
export const admit = write('event.admit', {
  load: loadEvent,
  allow: mayRunDoor,
  act: async ({ tx, input, actor, now, earn }, { event }) => {
    const at = new Date(input.at)
    if (!isDoorOpen(event, at) || at.getTime() > now.getTime() + AHEAD_MS_MAX) {
      return refuse('door_closed')
    }
    const { by } = input
    const userId =
      by.way === 'code'
        ? readTicket(event.doorKey, event._id, by.code)
        : (by.registrationId.split(':').at(-1) ?? null)
    if (userId === null) return refuse('code_wrong')
    // One after the other, as a transaction wants it.
    const part = await tx.get('registrations', `${event._id}:${userId}`)
    const member = await tx.get('members', `${input.communityId}:${userId}`)
    const nickname = member?.nickname ?? ''
    const arrival = { at, byUserId: actor.userId, name: nickname }
    const { isLate, guests } = await arrive(tx, event, part, arrival)
    // Those who were there are paid when it has ended; this one comes after that.
    if (event.state === 'ended') {
      const cause = { kind: 'event' as const, id: event._id }
      for (const rule of rulesFor(event)) {
        earn({ rule, userIds: [userId], cause })
      }
    }
    const { avatar = 'a1' } = member ?? {}
    return {
      member: { memberId: `${input.communityId}:${userId}`, nickname, avatar },
      isLate,
      guests,
    }
  },
})
