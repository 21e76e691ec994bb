import { isOpenTo, phaseOf } from '../../domain/challenge/states'
import { dayOf } from '../../domain/days'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { endOf, textsOf } from './form'
import { loadChallenge } from './load'
import { mayRun, ours } from './policy'

/** What may not change once people write by it. */
const FIXED = ['firstDay', 'lastDay', 'daysNeeded', 'pictures'] as const

/**
 * Changes a challenge as it was read. Refuses `challenge_changed`, `challenge_closed`,
 * `challenge_begun` when what people already write by would change, and `challenge_day_past`.
 */
export const edit = write('challenge.edit', {
  screen: ({ input: { form } }) => ({ kind: 'notice', texts: textsOf(form) }),
  load: loadChallenge,
  allow: mayRun,
  act: async ({ tx, input, actor, now }, { challenge: found }) => {
    const challenge = ours(found, actor)
    const { form } = input
    const { timeZone } = actor.community
    const today = dayOf(now, timeZone)
    const phase = phaseOf(challenge, today)
    if (input.revision !== challenge.revision) {
      refuse('challenge_changed', { revision: challenge.revision })
    }
    if (!isOpenTo(phase)) refuse('challenge_closed', { phase })
    if (phase === 'running') {
      if (FIXED.some((name) => form[name] !== challenge[name])) refuse('challenge_begun')
    } else if (form.firstDay < today) refuse('challenge_day_past', { today })
    const revision = challenge.revision + 1
    await tx.put('challenges', {
      ...challenge,
      ...form,
      ...endOf(form, timeZone, challenge._id),
      revision,
    })
    return {}
  },
})
