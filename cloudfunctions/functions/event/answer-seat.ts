import { mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchEvent } from './load'
import { loadUnmoved, noPlan, noteOf, settlePlan, stepOf, take } from './move'
import { anyMember, ours } from './policy'

/** Takes the seat that is held for one's place in line, or lets the next have it. Refuses `seat_gone`. */
export const answerSeat = write('event.answerSeat', {
  fetch: async (context) => ({ ...(await fetchEvent(context)), plan: noPlan() }),
  prepare: async ({ input, actor, now, newId }, { event: found, mine, plan }) => {
    const event = ours(found, actor)
    if (!mine || !mayStep('accept', mine.state)) return refuse('seat_gone')
    if (mine.offeredUntil && mine.offeredUntil <= now) return refuse('seat_gone')
    const to = input.accept ? 'seated' : 'cancelled'
    await take(plan, event, mine, stepOf(newId), ['offered', to])
  },
  settle: (_context, { plan }, outcome) => settlePlan(plan, outcome),
  allow: anyMember,
  act: async ({ tx, input }, { mine, plan }) => {
    if (!mine) return refuse('seat_gone')
    const current = await loadUnmoved(tx, mine, 'seat_gone')
    const state = input.accept ? 'seated' : 'cancelled'
    const step = noteOf(plan).id
    await tx.put('registrations', { ...current, state, offeredUntil: null, step })
    return { state }
  },
})
