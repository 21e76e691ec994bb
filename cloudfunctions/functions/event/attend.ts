import { readDoorCode } from '../../domain/events/codes'
import { isDoorOpen } from '../../domain/events/event'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { arrive } from './arrive'
import { loadEvent } from './load'
import { anyMember } from './policy'

/** A member has scanned the code at the door. Refuses `door_closed`, `code_stale`, `code_wrong`. */
export const attend = write('event.attend', {
  load: loadEvent,
  allow: anyMember,
  act: async ({ tx, input, actor, now }, { event }) => {
    if (!isDoorOpen(event, now)) return refuse('door_closed')
    const read = readDoorCode(event.doorKey, event._id, input.code, now)
    if (read !== 'good') return refuse(read === 'stale' ? 'code_stale' : 'code_wrong')
    const part = await tx.get('registrations', `${event._id}:${actor.userId}`)
    const arrival = {
      at: now,
      byUserId: actor.userId,
      name: actor.member.nickname,
    }
    const { isLate } = await arrive(tx, event, part, arrival)
    return { isLate }
  },
})
