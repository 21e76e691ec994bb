import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { anyMember } from './policy'
import { knownStanding, standingView } from './standing'

/** One standing offer; one that is paused or not shown is known to its owner alone. */
export const getStanding = read('help.getStanding', {
  fetch: ({ store, input }) => store.get('standingOffers', input.standingId),
  allow: anyMember,
  reply: async ({ store, actor }, found) => {
    const known = knownStanding(found, actor)
    const isPublic = known.state === 'active' && known.visibility === 'shown'
    const isSeen = isPublic || known.userId === actor.userId
    const offer = knownStanding(isSeen ? known : null, actor)
    const person = await findPeople(store, actor.community, [offer.userId])
    return standingView(offer, person(offer.userId), actor.userId)
  },
})
