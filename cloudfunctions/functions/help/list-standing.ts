import { allOf, lt, oneOf } from '../../db/store'
import { termsAsked } from '../../domain/help/terms'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { standingView } from './standing'

/** What members can always help with, the newest first; one's own with those that are paused. */
export const listStanding = read('help.listStanding', {
  fetch: async ({ store, input: { communityId, mine, search, cursor }, userId }) => {
    const terms = search === undefined ? [] : termsAsked(search)
    if (search !== undefined && terms.length === 0) return []
    return store.find('standingOffers', {
      where: {
        communityId,
        ...(mine
          ? { userId, state: oneOf(['active', 'paused']) }
          : { state: 'active', visibility: 'shown' as const }),
        ...(terms.length === 0 ? {} : { terms: allOf(terms) }),
        ...(cursor ? { _id: lt(cursor) } : {}),
      },
      orderBy: ['_id', 'desc'],
      limit: PAGE_LIMIT,
    })
  },
  allow: anyMember,
  reply: async ({ store, actor }, found) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    const owners = shown.map(({ userId }) => userId)
    const person = await findPeople(store, actor.community, owners)
    return {
      items: shown.map((offer) => standingView(offer, person(offer.userId), actor.userId)),
      next,
    }
  },
})
