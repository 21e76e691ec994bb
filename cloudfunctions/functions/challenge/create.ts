import { dayOf } from '../../domain/days'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { hashed } from '../../runtime/ids'
import { endOf, newsOf, textsOf } from './form'
import { mayRun } from './policy'

/** Opens a challenge and tells everybody. Refuses `challenge_day_past`. */
export const create = write('challenge.create', {
  screen: ({ input: { form } }) => ({ kind: 'notice', texts: textsOf(form) }),
  allow: mayRun,
  act: async ({ tx, input, actor, now, newId, broadcast }) => {
    const { form, communityId } = input
    const { community, userId } = actor
    const today = dayOf(now, community.timeZone)
    if (form.firstDay < today) refuse('challenge_day_past', { today })
    const challengeId = newId('challenge')
    const challenge = {
      _id: challengeId,
      v: 1 as const,
      createdAt: now,
      communityId,
      userId,
      ...form,
      state: 'open' as const,
      ...endOf(form, community.timeZone, challengeId),
      revision: 1,
      reason: null,
      key: hashed('challenge', newId('key').slice(10)),
    }
    await tx.create('challenges', challenge)
    broadcast({
      ...newsOf(challenge, community.name, 'challenge_opened'),
      to: 'members',
      except: userId,
    })
    return { challengeId }
  },
})
