import { hasStarted } from '../../domain/events/event'
import { mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchEvent } from './load'
import { loadUnmoved, noPlan, noteOf, settlePlan, stepOf, take } from './move'
import { anyMember, ours } from './policy'
import { screenReason } from './words'

/**
 * Gives back one's seats, one's place in line or one's question for a seat, before the start. Who
 * waits is given the seats by the timer. Refuses `not_registered`, `event_started`.
 */
export const cancelRegistration = write('event.cancelRegistration', {
  fetch: async (context) => ({ ...(await fetchEvent(context)), plan: noPlan() }),
  prepare: async ({ actor, now, newId }, { event: found, mine, plan }) => {
    const event = ours(found, actor)
    if (!mine || !mayStep('cancel', mine.state)) return refuse('not_registered')
    if (hasStarted(event, now)) return refuse('event_started')
    await take(plan, event, mine, stepOf(newId), [mine.state, 'cancelled'])
  },
  settle: (_context, { plan }, outcome) => settlePlan(plan, outcome),
  screen: screenReason,
  allow: anyMember,
  act: async ({ tx, input }, { mine, plan }) => {
    if (!mine) return refuse('not_registered')
    await tx.put('registrations', {
      ...(await loadUnmoved(tx, mine)),
      state: 'cancelled',
      offeredUntil: null,
      reason: input.reason ?? null,
      step: noteOf(plan).id,
    })
    return {}
  },
})
