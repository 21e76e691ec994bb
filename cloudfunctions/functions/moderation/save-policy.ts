import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayEditPolicy } from './policy'

/**
 * Saves the community's words and how many contributions of a newcomer are looked at. Refuses
 * `policy_outdated` when they were edited since they were read.
 */
export const savePolicy = write('moderation.savePolicy', {
  load: async ({ tx, input }) => ({ policy: await tx.get('policies', input.communityId) }),
  allow: mayEditPolicy,
  act: async ({ tx, input, now, newId, audit }, { policy }) => {
    if ((policy?.revision ?? null) !== input.basedOn) refuse('policy_outdated')
    const { communityId, newcomerReviews } = input
    const words = [...new Map(input.words.map((word) => [word.text, word])).values()]
    const revision = newId('policy')
    await tx.put('policies', {
      _id: communityId,
      v: 1,
      createdAt: policy?.createdAt ?? now,
      communityId,
      revision,
      words,
      newcomerReviews,
    })
    audit({
      action: 'policy_saved',
      subject: communityId,
      params: { words: words.length, newcomers: newcomerReviews },
    })
    return { revision }
  },
})
