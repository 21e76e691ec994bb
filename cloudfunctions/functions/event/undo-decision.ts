import { UNDO_SECONDS_MAX } from '../../../types/entry'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayDecide } from './policy'

/**
 * Takes one's own decision about an event back within UNDO_SECONDS_MAX, with the message it sent: the
 * event waits again. Refuses `undo_expired` after that time, to anybody else, or when somebody has
 * signed up or the event has changed since.
 */
export const undoDecision = write('event.undoDecision', {
  fetch: async ({ store, input: { eventId } }) => ({
    parts: await store.countUpTo('registrations', { eventId }, 1),
  }),
  load: loadEvent,
  allow: mayDecide,
  act: async ({ tx, actor, now, audit }, { event, parts }) => {
    const { decision, ...rest } = event
    const isOwn = decision?.by === actor.userId && decision.revision === event.revision
    if (!isOwn || parts > 0 || (event.state !== 'published' && event.state !== 'refused')) {
      return refuse('undo_expired')
    }
    if (now.getTime() - decision.at.getTime() > UNDO_SECONDS_MAX * 1000) refuse('undo_expired')
    await tx.put('events', { ...rest, state: 'pending', reason: decision.reason })
    if (decision.messageId !== null) await tx.remove('messages', decision.messageId)
    const { title } = event.form
    audit({ action: 'event_decision_undone', subject: event._id, params: { title } })
    return {}
  },
})
