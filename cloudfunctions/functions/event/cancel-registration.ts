import { hasStarted, partyOf } from '../../domain/events/event'
import { deltaOf, mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchEvent } from './load'
import { loadPart, noPlan, settlePlan, stepOf, take } from './move'
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
    const { free, waiting } = deltaOf(mine.state, 'cancelled', partyOf(mine))
    if (free === 0 && waiting === 0) return
    await take(plan, event, mine, stepOf(newId), [mine.state, 'cancelled'])
  },
  settle: (_context, { plan }, isDone) => settlePlan(plan, isDone),
  screen: screenReason,
  allow: anyMember,
  act: async ({ tx, input, newId }, { mine }) => {
    if (!mine) return refuse('not_registered')
    const current = await loadPart(tx, mine._id, 'cancel')
    // What was claimed is what it was then: a move in between is seen and nothing is done.
    if (current.step !== mine.step || current.state !== mine.state) return refuse('not_registered')
    await tx.put('registrations', {
      ...current,
      state: 'cancelled',
      offeredUntil: null,
      reason: input.reason ?? null,
      step: stepOf(newId),
    })
    return {}
  },
})
