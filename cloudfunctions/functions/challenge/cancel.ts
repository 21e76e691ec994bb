import { PARTICIPANTS_MAX } from '../../../types/challenge'
import { CHALLENGE_WAYS, phaseOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { newsOf } from './form'
import { loadChallenge } from './load'
import { mayRun, ours } from './policy'

/** Calls a challenge off, with the reason that all who take part read. Refuses `challenge_closed`. */
export const cancel = write('challenge.cancel', {
  fetch: async ({ store, input: { challengeId } }) => ({
    parts: await store.findParts(
      'challengeParts',
      { where: { challengeId, state: 'joined' }, limit: PARTICIPANTS_MAX },
      ['userId'],
    ),
  }),
  screen: ({ input: { reason } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  load: loadChallenge,
  allow: mayRun,
  act: async ({ tx, input, actor, now, audit, broadcast }, { challenge: found, parts }) => {
    const challenge = ours(found, actor)
    const phase = phaseOf(challenge, dayOf(now, actor.community.timeZone))
    if (challenge.state !== 'open' || phase === 'settling') refuse('challenge_closed', { phase })
    const { reason } = input
    const state = CHALLENGE_WAYS.cancel.open
    await tx.put('challenges', {
      ...challenge,
      state,
      reason,
      revision: challenge.revision + 1,
    })
    const { title } = challenge
    audit({ action: 'challenge_cancelled', subject: challenge._id, params: { title, reason } })
    broadcast({
      ...newsOf(challenge, actor.community.name, 'challenge_cancelled', { reason }),
      to: parts.map(({ userId }) => userId),
      except: actor.userId,
      later: true,
    })
    return {}
  },
})
