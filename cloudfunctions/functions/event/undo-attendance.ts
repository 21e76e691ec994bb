import { mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchRegistrant, loadEvent, ofEvent } from './load'
import { mayRunDoor } from './policy'
import { screenReason } from './words'

/** Takes back a wrong arrival, until the event is settled; who, when and why stay in the log. */
export const undoAttendance = write('event.undoAttendance', {
  fetch: fetchRegistrant,
  load: loadEvent,
  screen: screenReason,
  allow: mayRunDoor,
  act: async ({ tx, input, actor, now, audit }, { event, member }) => {
    // Once it is settled, points have been promised for it.
    if (event.state === 'ended') return refuse('door_closed')
    const found = await tx.get('registrations', input.registrationId)
    if (!found || !mayStep('undo', found.state)) return refuse('not_registered')
    const part = ofEvent(found, event)
    const { title } = event.form
    const params = { title, name: member?.nickname ?? '', reason: input.reason }
    audit({ action: 'attendance_undone', subject: event._id, params })
    // Written as it is: should it end in this very moment, the two meet and one of them looks again.
    await tx.put('events', event)
    const { hours: _credited, ...rest } = part
    await tx.put('registrations', {
      ...rest,
      state: 'seated',
      attendedAt: null,
      isLate: false,
      certificate: null,
      log: [...part.log, { at: now, byUserId: actor.userId, what: 'undone', reason: input.reason }],
    })
    return {}
  },
})
