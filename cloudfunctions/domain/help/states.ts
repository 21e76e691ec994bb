import type { OfferState, RequestState } from '../../../types/help-rules'

/** The steps people take on a request. Each has its action in `functions/help`. */
export type Step =
  | 'makeOffer'
  | 'acceptOffer'
  | 'declineOffer'
  | 'withdrawOffer'
  | 'replaceHelper'
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
  replaceHelper: 'requester',
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
  // Only after the published hours of silence.
  replaceHelper: { accepted: 'missed' },
  markDone: { accepted: 'done' },
  // The requester need not wait for the helper's word.
  confirmDone: { accepted: 'thanked', done: 'thanked' },
}

/** Where an offer begins, from nothing or from an end: invited helpers need no answer. */
export const OFFER_BEGINNINGS = {
  makeOffer: 'offered',
  'makeOffer, invited': 'accepted',
} as const satisfies Record<string, OfferState>

/** What becomes of an offer without anybody's step. */
export const OFFER_WAYS_BY_ITSELF = {
  'no place can become free': { offered: 'declined' },
  'nobody confirmed in time': { done: 'thanked' },
  'a moderator took the request away': { accepted: 'released' },
} as const satisfies Record<string, { readonly [From in OfferState]?: OfferState }>

/**
 * Where a request may go from each state, and what leads there. The steps compute the state; this is
 * what they may not leave.
 */
export const REQUEST_WAYS: {
  readonly [From in RequestState]: { readonly [To in RequestState]?: string }
} = {
  open: {
    matched: 'the last place is taken, or the search ends with helpers',
    fulfilled: 'the search ends, all who hold a place have done',
    thanked: 'the search ends, all who hold a place were thanked',
    cancelled: 'closeRequest, nobody was accepted',
    expired: 'deadline, nobody was accepted',
  },
  matched: {
    open: 'a place becomes free while searching',
    fulfilled: 'every helper has done',
    thanked: 'the last helper is thanked',
    cancelled: 'closed before, the last place becomes free',
    expired: 'deadline past, the last place becomes free',
  },
  fulfilled: { thanked: 'the last helper is thanked, by the requester or by time' },
  thanked: {},
  cancelled: {},
  expired: {},
}

/** A final state has no way on. */
export const isFinal = (state: RequestState): boolean =>
  Object.keys(REQUEST_WAYS[state]).length === 0

/** A helper who holds one of the places. */
export const isTaken = (state: OfferState): boolean =>
  state === 'accepted' || state === 'done' || state === 'thanked'

/** An offer its helper stands by, answered or not; after it ended one may offer again. */
export const isStanding = (state: OfferState): boolean => state === 'offered' || isTaken(state)
