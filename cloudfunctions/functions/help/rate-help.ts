import { messageOf } from '../../domain/help/message'
import { mayRate } from '../../domain/help/ratings'
import { offerOf } from '../../domain/help/request'
import { type WriteContext, write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayRateHelp } from './policy'
import { loadRequest } from './step'

/**
 * One side of a help says how it was. The second of the two shows both; the first is told then.
 * Refuses `rating_closed`.
 */
export const rateHelp = write('help.rateHelp', {
  load: async (context: WriteContext<'help.rateHelp'>) => ({
    ...(await loadRequest(context)),
    offerId: context.input.offerId,
  }),
  allow: mayRateHelp,
  act: async ({ tx, actor, input, now, tell }, { request }) => {
    const { offerId, score, points } = input
    const entry = offerOf(request, offerId) ?? refuse('not_found')
    const side = actor.userId === request.userId ? 'requester' : 'helper'
    const other = side === 'requester' ? 'helper' : 'requester'
    if (!mayRate(entry, side, now)) refuse('rating_closed')
    const rated = { ...entry, ratings: { ...entry.ratings, [side]: { score, points } } }
    await tx.put('requests', {
      ...request,
      offers: request.offers.map((each) => (each === entry ? rated : each)),
    })
    if (entry.ratings[other] !== null) {
      const news = {
        kind: 'ratings_shown' as const,
        to: [],
        params: { name: actor.member.nickname },
      }
      await tell({
        ...messageOf(request, actor.community.name, news),
        userId: other === 'helper' ? offerId : request.userId,
      })
    }
    return {}
  },
})
