import { STANDING_MAX } from '../../../types/help'
import { oneOf } from '../../db/store'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'
import { screenStanding, standingTerms } from './standing'

/**
 * A member says what they can always help with. Refuses `too_many_standing`; the bound is counted
 * before the transaction, so that two posts at the same instant may pass it by one.
 */
export const postStanding = write('help.postStanding', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    count: await store.countUpTo(
      'standingOffers',
      { communityId, userId, state: oneOf(['active', 'paused']) },
      STANDING_MAX,
    ),
  }),
  screen: ({ input }) => screenStanding(input),
  allow: anyMember,
  act: async ({ tx, input, actor, now, newId, screened, review }, { count }) => {
    if (count >= STANDING_MAX) refuse('too_many_standing', { max: STANDING_MAX })
    const { communityId, kind, title, details } = input
    const standingId = newId('standing offer')
    await tx.create('standingOffers', {
      _id: standingId,
      v: 1,
      createdAt: now,
      communityId,
      userId: actor.userId,
      kind,
      title,
      details,
      state: 'active',
      terms: standingTerms(input),
      visibility: screened.visibility,
    })
    await review(standingId)
    return { standingId }
  },
})
