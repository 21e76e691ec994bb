import type { OfferEntry } from '../../db/documents'
import { addressesOf } from '../../db/files'
import { gt, oneOf, type Store } from '../../db/store'
import { asOf } from '../../domain/help/request'
import { isFinal } from '../../domain/help/states'
import { findCard, shownCard } from '../../domain/live-cards/card'
import { figuresOfRequest } from '../../domain/live-cards/figures'
import { findPeople } from '../../domain/people'
import { picturesIn } from '../../domain/pictures'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember, maySeeProof } from './policy'
import { answeredOf, detailOf, visibleOffers } from './present'
import { ours } from './step'
import { templateId } from './templates'

/** No-shows of so many days are told to whom one offers help, up to so many. */
const MISSED_DAYS = 180
const MISSED_MAX = 100

/** How often each of these helpers let somebody down lately; for the requester alone. */
async function missedLately(
  store: Store,
  communityId: string,
  waiting: readonly OfferEntry[],
  now: Date,
): Promise<(userId: string) => number> {
  if (waiting.length === 0) return () => 0
  const found = await store.find('noShows', {
    where: {
      communityId,
      userId: oneOf(waiting.map(({ userId }) => userId)),
      createdAt: gt(new Date(now.getTime() - MISSED_DAYS * 86_400_000)),
    },
    limit: MISSED_MAX,
  })
  return (userId) => found.filter((missed) => missed.userId === userId).length
}

/** One request with its answers, the offers this viewer may see, and their next steps. */
export const getRequest = read('help.getRequest', {
  fetch: async ({ store, input: { requestId } }) => {
    const [found, card] = await Promise.all([
      store.get('requests', requestId),
      findCard(store, 'request', requestId),
    ])
    return { found, card }
  },
  allow: anyMember,
  reply: async ({ store, actor, now }, { found, card }) => {
    const request = asOf(ours(found, actor), now)
    const { communityId, templateKey, templateVersion } = request
    const readers = visibleOffers(request, actor.userId).map(({ userId }) => userId)
    const isOwn = request.userId === actor.userId
    const waiting = request.offers.filter(({ state }) => state === 'offered')
    const [person, form, addresses, [next], missed] = await Promise.all([
      findPeople(store, actor.community, [request.userId, ...readers]),
      store.get('templates', templateId(communityId, templateKey, templateVersion)),
      addressesOf(picturesIn(request.answers)),
      isFinal(request.state)
        ? store.find('requests', { where: { communityId, previousId: request._id }, limit: 1 })
        : [],
      isOwn ? missedLately(store, communityId, waiting, now) : null,
    ])
    if (!form) return refuse('not_found')
    const seesProof = maySeeProof(actor, request)
    const fields = form.definition.fields.filter((field) => seesProof || !field.reviewersOnly)
    const live = shownCard(card, figuresOfRequest(request, now), now)
    const around = { person, nextId: next?._id ?? null, missed, liveCard: live }
    return detailOf(request, answeredOf(request, fields, addresses), around, actor.userId, now)
  },
})
