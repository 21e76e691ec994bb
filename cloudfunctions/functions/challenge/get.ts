import { PARTICIPANTS_MAX } from '../../../types/challenge'
import { gt } from '../../db/store'
import { aboveScore } from '../../domain/challenge/places'
import { rulesOf } from '../../domain/ledger/rules'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { counts, partId, writtenBy } from './load'
import { anyMember, mayRun, ours } from './policy'
import { cardOf, stepsFor } from './present'

/** One challenge with the actor's own days and place. Refuses `not_found`. */
export const get = read('challenge.get', {
  fetch: async ({ store, input: { challengeId }, userId }) => {
    const [challenge, part, written, participants] = await Promise.all([
      store.get('challenges', challengeId),
      store.get('challengeParts', partId(challengeId, userId)),
      writtenBy(store, challengeId, userId),
      store.countUpTo('challengeParts', { challengeId, score: gt('') }, PARTICIPANTS_MAX),
    ])
    return { challenge, part, written, participants }
  },
  allow: anyMember,
  reply: async (
    { store, input, actor, now },
    { challenge: found, part, written, participants },
  ) => {
    const challenge = ours(found, actor)
    const { community } = actor
    const { challengeId } = input
    const isRanked = part !== null && part.state !== 'left' && part.days > 0
    const [person, above] = await Promise.all([
      findPeople(store, community, [challenge.userId]),
      isRanked
        ? store.countUpTo(
            'challengeParts',
            { challengeId, score: gt(aboveScore(part.days)) },
            PARTICIPANTS_MAX,
          )
        : 0,
    ])
    const card = cardOf(challenge, { community, part, now })
    const hasWritten = written.some(({ day }) => day === card.today)
    return {
      ...card,
      creator: person(challenge.userId),
      participants,
      revision: challenge.revision,
      reason: challenge.reason,
      written: written
        .filter(counts)
        .map(({ day, visibility }) => ({ day, isShown: visibility === 'shown' })),
      place: isRanked ? above + 1 : null,
      points: rulesOf(community).awards.challenge_completed.amount,
      steps: stepsFor(card, { part, participants, hasWritten, mayRun: mayRun(actor) }),
    }
  },
})
