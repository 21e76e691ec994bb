import type { OfferState, RequestState } from '../../../types/help'

/** The steps people take on a request. Each has its action in `functions/help`. */
export type Step =
  | 'makeOffer'
  | 'acceptOffer'
  | 'declineOffer'
  | 'withdrawOffer'
  | 'markDone'
  | 'confirmDone'
  | 'closeRequest'

/** The steps that move one offer onward. */
export type OfferStep = Exclude<Step, 'makeOffer' | 'closeRequest'>

/** Whose step it is: the one who asked, one who has offered, or any member. */
export const TAKEN_BY = {
  makeOffer: 'anyone',
  acceptOffer: 'requester',
  declineOffer: 'requester',
  withdrawOffer: 'helper',
  markDone: 'helper',
  confirmDone: 'requester',
  closeRequest: 'requester',
} as const satisfies Record<Step, 'anyone' | 'requester' | 'helper'>

/** Where a step leads an offer from each state in which it may be taken; from others it may not. */
export const OFFER_WAYS: {
  readonly [S in OfferStep]: { readonly [From in OfferState]?: OfferState }
} = {
  acceptOffer: { offered: 'accepted' },
  declineOffer: { offered: 'declined' },
  withdrawOffer: { offered: 'withdrawn', accepted: 'released' },
  markDone: { accepted: 'done' },
  // The requester need not wait for the helper's word.
  confirmDone: { accepted: 'thanked', done: 'thanked' },
}

/** Where a request may go from each state. The steps compute the state; this is what they may not leave. */
export const REQUEST_WAYS: { readonly [From in RequestState]: readonly RequestState[] } = {
  open: ['matched', 'fulfilled', 'thanked', 'cancelled', 'expired'],
  matched: ['open', 'fulfilled', 'thanked', 'cancelled', 'expired'],
  fulfilled: ['thanked'],
  thanked: [],
  cancelled: [],
  expired: [],
}

/** A final state has no way on. */
export const isFinal = (state: RequestState): boolean => REQUEST_WAYS[state].length === 0

/** A helper who holds one of the places. */
export const isTaken = (state: OfferState): boolean =>
  state === 'accepted' || state === 'done' || state === 'thanked'

/** An offer its helper stands by, answered or not; after it ended one may offer again. */
export const isStanding = (state: OfferState): boolean => state === 'offered' || isTaken(state)
