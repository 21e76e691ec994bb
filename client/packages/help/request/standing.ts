import type { OfferState, RequestStep } from '../../../../types/help-rules'
import type { OfferView, RequestDetail } from '../../../../types/help-views'

const TAKEN: readonly OfferState[] = ['accepted', 'done', 'thanked']

/** The offers of a request by what came of them, as far as the looker may see them. */
export function sortOffers({ offers }: Pick<RequestDetail, 'offers'>) {
  const inState = (...states: OfferState[]) => offers.filter(({ state }) => states.includes(state))
  return {
    waiting: inState('offered'),
    taken: inState(...TAKEN),
    accepted: inState('accepted'),
    done: inState('done'),
    thanked: inState('thanked'),
    ended: inState('declined', 'withdrawn', 'released', 'missed'),
    own: offers.find(({ own }) => own),
  }
}

/** The one step that the page's foot offers the looker. */
export type MainStep =
  | { step: Extract<RequestStep, 'offer' | 'withdraw' | 'markDone'> }
  | { step: 'answerOffers'; count: number }
  | { step: 'confirm'; offer: OfferView }

/**
 * Of the steps that the cloud allows, the one that moves the request on. Answering comes before
 * thanking because it waits with a deadline; helpers who have not said "done" yet are not pressed
 * for, though the requester may thank them early on the page itself.
 */
export function mainStep(request: RequestDetail): MainStep | null {
  const may = (step: RequestStep) => request.steps.includes(step)
  const { waiting, done } = sortOffers(request)
  if (may('answerOffers') && waiting.length > 0) {
    return { step: 'answerOffers', count: waiting.length }
  }
  const [first] = done
  if (may('confirm') && first) return { step: 'confirm', offer: first }
  if (may('markDone')) return { step: 'markDone' }
  if (may('offer')) return { step: 'offer' }
  return may('withdraw') ? { step: 'withdraw' } : null
}

/** The request as it will be when the cloud agrees that this offer is accepted. */
export function withAccepted(request: RequestDetail, offerId: string, at: string): RequestDetail {
  const offers = request.offers.map((offer) =>
    offer.offerId === offerId ? { ...offer, state: 'accepted' as const, changedAt: at } : offer,
  )
  const isLast = !offers.some(({ state }) => state === 'offered')
  const helpersTaken = request.helpersTaken + 1
  return {
    ...request,
    offers,
    helpersTaken,
    offersWaiting: request.offersWaiting - 1,
    state: helpersTaken >= request.helpersNeeded ? 'matched' : request.state,
    steps: isLast ? request.steps.filter((step) => step !== 'answerOffers') : request.steps,
  }
}
