import { PARTICIPANTS_MAX } from '../../../types/challenge'
import { lt } from '../../db/store'
import { whileFree } from '../../db/transact'
import { freeSlots, NO_SLOT, scoreOf } from '../../domain/challenge/places'
import { isOpenTo, phaseOf, wayOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadPart, partId } from './load'
import { anyMember, ours } from './policy'

/**
 * Takes part. The place is a unique key of the challenge: who meets a taken one looks anew for
 * another, so that there are never more people than places. Days written before leaving count again.
 * Refuses `already_joined`, `challenge_closed` and `challenge_full`.
 */
export const join = write('challenge.join', {
  fetch: async ({ store, input: { challengeId } }) => ({
    taken: await store.findParts(
      'challengeParts',
      { where: { challengeId, slot: lt(NO_SLOT) }, limit: PARTICIPANTS_MAX },
      ['slot'],
    ),
  }),
  load: loadPart,
  allow: anyMember,
  act: async ({ tx, actor, now, newId }, { challenge: found, part, taken }) => {
    const challenge = ours(found, actor)
    const { userId } = actor
    const phase = phaseOf(challenge, dayOf(now, actor.community.timeZone))
    const state = part ? wayOf('join', part.state) : 'joined'
    if (part && state === null) refuse('already_joined')
    if (!isOpenTo(phase)) refuse('challenge_closed', { phase })
    const free = freeSlots(
      challenge.capacity,
      taken.map(({ slot }) => slot),
    )
    // Any of them: who comes at the same moment rarely picks the same.
    const slot = free[Math.floor(Math.random() * free.length)]
    if (slot === undefined) return refuse('challenge_full', { max: challenge.capacity })
    const days = part?.days ?? 0
    const joined = tx.put('challengeParts', {
      _id: partId(challenge._id, userId),
      v: 1,
      createdAt: part?.createdAt ?? now,
      communityId: challenge.communityId,
      challengeId: challenge._id,
      userId,
      state: 'joined',
      slot,
      order: newId('part'),
      days,
      score: scoreOf(days, userId),
      certificate: null,
    })
    await whileFree(joined)
    return {}
  },
})
