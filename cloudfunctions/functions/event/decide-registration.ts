import { hasStarted } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { ofEvent } from './load'
import { loadUnmoved, noPlan, noteOf, type Plan, settlePlan, stepOf, take } from './move'
import { manages, mayManage, ours } from './policy'
import { screenReason } from './words'

/**
 * The organiser seats one who asked or, where they pick, one who waits; or declines with a reason.
 * Who asked when no seat is left waits, where there is a line; else `event_full`.
 */
export const decideRegistration = write('event.decideRegistration', {
  fetch: async ({ store, input }) => {
    const [event, part] = await Promise.all([
      store.get('events', input.eventId),
      store.get('registrations', input.registrationId),
    ])
    return { event, part, plan: noPlan() }
  },
  screen: screenReason,
  prepare: async ({ input, actor, now, newId }, { event: found, part: given, plan }) => {
    const event = ours(found, actor)
    if (!manages(actor, event)) return refuse('forbidden')
    const part = ofEvent(given, event)
    if (hasStarted(event, now)) return refuse('event_started')
    if (!mayStep(input.verdict, part.state)) return refuse('not_registered')
    const step = stepOf(newId)
    if (input.verdict === 'decline') {
      await take(plan, event, part, step, [part.state, 'declined'])
      return
    }
    if (await take(plan, event, part, step, [part.state, 'seated'])) return
    if (part.state === 'waiting' || event.form.waitlist === 'none') return refuse('event_full')
    await take(plan, event, part, step, [part.state, 'waiting'])
  },
  settle: (_context, { plan }, outcome) => settlePlan(plan, outcome),
  allow: (actor, { event }) => mayManage(actor, { event }),
  act: async ({ tx, input, actor, broadcast }, { event: found, part, plan }) => {
    const event = ours(found, actor)
    const current = await loadUnmoved(tx, ofEvent(part, event))
    const state = decided(plan)
    const reason = input.verdict === 'decline' ? (input.reason ?? null) : null
    await tx.put('registrations', { ...current, state, reason, step: noteOf(plan).id })
    const kind =
      state === 'declined' ? 'event_registration_declined' : 'event_registration_approved'
    broadcast({
      ...newsOf(event, actor.community.name, kind, reason === null ? {} : { reason }),
      to: state === 'waiting' ? [] : [current.userId],
      except: actor.userId,
    })
    return { state }
  },
})

const decided = ({ to }: Plan) => to ?? refuse('not_registered')
