import { STANDING_MAX } from '../../../types/help-rules'
import { lt } from '../../db/store'
import { whileFree } from '../../db/transact'
import { freeStandingPlace, NO_PLACE } from '../../domain/help/places'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'
import { screenStanding, standingTerms } from './standing'

/**
 * A member says what they can always help with. Refuses `too_many_standing`: each holds one of its
 * owner's places until it is removed, and a place is a unique key.
 */
export const postStanding = write('help.postStanding', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    held: await store.findParts(
      'standingOffers',
      { where: { communityId, userId, place: lt(NO_PLACE) }, limit: STANDING_MAX },
      ['place'],
    ),
  }),
  screen: ({ input }) => screenStanding(input),
  allow: anyMember,
  act: async ({ tx, input, actor, now, newId, screened, review }, { held }) => {
    const place = freeStandingPlace(held.map((offer) => offer.place))
    if (place === null) return refuse('too_many_standing', { max: STANDING_MAX })
    const { communityId, kind, title, details } = input
    const standingId = newId('standing offer')
    const offer = tx.create('standingOffers', {
      _id: standingId,
      v: 1,
      createdAt: now,
      communityId,
      userId: actor.userId,
      kind,
      title,
      details,
      state: 'active',
      place,
      terms: standingTerms(input),
      visibility: screened.visibility,
    })
    await whileFree(offer)
    await review(standingId)
    return { standingId }
  },
})
