import { noSlot } from '../../domain/challenge/places'
import { isOpenTo, phaseOf, wayOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadPart } from './load'
import { anyMember, ours } from './policy'

/**
 * Takes part no more: the place is another's, the name leaves the ranking, what was written stays.
 * Refuses `not_joined` and `challenge_closed`.
 */
export const leave = write('challenge.leave', {
  load: loadPart,
  allow: anyMember,
  act: async ({ tx, actor, now }, { challenge: found, part }) => {
    const challenge = ours(found, actor)
    const phase = phaseOf(challenge, dayOf(now, actor.community.timeZone))
    const state = part && wayOf('leave', part.state)
    if (!part || !state) return refuse('not_joined')
    if (!isOpenTo(phase)) refuse('challenge_closed', { phase })
    await tx.put('challengeParts', { ...part, state, slot: noSlot(actor.userId), score: '' })
    return {}
  },
})
