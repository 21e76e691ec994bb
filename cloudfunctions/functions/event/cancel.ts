import { hasStarted } from '../../domain/events/event'
import { calledOff } from '../../domain/events/message'
import { STANDING } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayManage } from './policy'
import { screenReason } from './words'

/**
 * Calls an event off, with the reason that everybody signed up reads. The timer releases them and
 * ends a series with it; whoever had given up their part before hears nothing. Refuses `event_started`: who came then has been there.
 */
export const cancel = write('event.cancel', {
  load: loadEvent,
  screen: screenReason,
  allow: mayManage,
  act: async ({ tx, input, actor, now, broadcast, audit }, { event }) => {
    if (event.state === 'cancelled' || event.state === 'refused') {
      return refuse('event_closed', { state: event.state })
    }
    if (hasStarted(event, now)) return refuse('event_started')
    const { reason } = input
    await tx.put('events', {
      ...event,
      state: 'cancelled',
      reason,
      remindAt: null,
      releasing: true,
      calledOffAt: now,
    })
    // The organiser's own change of mind is theirs; a steward's act is the community's to see.
    if (event.userId !== actor.userId) {
      const { title } = event.form
      audit({ action: 'event_cancelled', subject: event._id, params: { title, reason } })
    }
    const news = { ...calledOff(event, actor.community.name, reason), except: actor.userId }
    broadcast({ ...news, to: { eventId: event._id, states: STANDING } })
    broadcast({ ...news, to: [event.userId] })
    return {}
  },
})
