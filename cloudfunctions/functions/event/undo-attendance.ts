import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent, ofEvent } from './load'
import { loadPart, stepOf } from './move'
import { mayManage } from './policy'

/** Takes back a wrong arrival, until the event is settled; who, when and why stay in the log. */
export const undoAttendance = write('event.undoAttendance', {
  load: loadEvent,
  screen: ({ input: { reason } }) => ({
    kind: 'eventWords',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayManage,
  act: async ({ tx, input, actor, now, newId }, { event }) => {
    // Once it is settled, points have been promised for it.
    if (event.state === 'ended') return refuse('door_closed')
    const part = ofEvent(await loadPart(tx, input.registrationId, 'undo'), event)
    await tx.put('registrations', {
      ...part,
      state: 'seated',
      attendedAt: null,
      isLate: false,
      certificate: null,
      step: stepOf(newId),
      log: [...part.log, { at: now, byUserId: actor.userId, what: 'undone', reason: input.reason }],
    })
    return {}
  },
})
