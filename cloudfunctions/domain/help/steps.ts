import { strict as assert } from 'node:assert'
import type { RefusalCode, RefusalParams } from '../../../types/errors'
import { OFFERS_MAX, URGENCY_BOUNDS } from '../../../types/help-rules'
import type { OfferEntry, RequestDoc } from '../../db/documents'
import { isSearching, type News, offerOf, settle, takenCount } from './request'
import { isFinal, isStanding, OFFER_WAYS, type OfferStep, type Step, TAKEN_BY } from './states'
import { replaceableAt } from './time-table'

/** The one who takes a step, with the name others know them by. */
export type Party = { userId: string; nickname: string }

/** The request after the step and what is to be told of it; or why the step may not be taken. */
export type Outcome =
  | { ok: true; request: RequestDoc; news: readonly News[] }
  | { ok: false; code: RefusalCode; params: RefusalParams }

/**
 * Offers that have ended and are kept to be read, beside at most OFFERS_MAX that stand: the document
 * stays small however often people change their minds.
 */
export const ENDED_OFFERS_KEPT = 30

/** Whether the step is this person's to take at all. */
export function hasPart(step: Step, request: RequestDoc, userId: string): boolean {
  switch (TAKEN_BY[step]) {
    case 'anyone':
      return true
    case 'requester':
      return request.userId === userId
    case 'helper':
      return offerOf(request, userId) !== undefined
  }
}

/** A member offers help; an offer of theirs that has ended is replaced. */
export function makeOffer(request: RequestDoc, by: Party, message: string, now: Date): Outcome {
  const { request: current } = settle(request, now)
  const { state, helpersNeeded } = current
  if ((state !== 'open' && state !== 'matched') || !isSearching(current, now)) {
    return refused('request_closed', { state })
  }
  if (current.userId === by.userId) return refused('own_request')
  const others = current.offers.filter(({ userId }) => userId !== by.userId)
  const mine = offerOf(current, by.userId)
  if (mine && isStanding(mine.state)) return refused('already_offered')
  const standing = others.filter((entry) => isStanding(entry.state))
  if (standing.length >= OFFERS_MAX) return refused('too_many_offers', { max: OFFERS_MAX })
  if (takenCount(current) >= helpersNeeded) return refused('request_full', { helpersNeeded })

  const isInvited = current.invitedUserId === by.userId && mine === undefined
  const forgotten = others.filter((entry) => !isStanding(entry.state)).slice(0, -ENDED_OFFERS_KEPT)
  const offers: OfferEntry[] = [
    ...others.filter((entry) => !forgotten.includes(entry)),
    {
      userId: by.userId,
      message,
      // Who was asked by name need not wait for an answer.
      state: isInvited ? 'accepted' : 'offered',
      reason: null,
      thanks: null,
      changedAt: now,
      heardAt: now,
      byTime: false,
      ratings: { requester: null, helper: null },
    },
  ]
  const told: News = {
    kind: isInvited ? 'invitation_accepted' : 'offer_received',
    to: [current.userId],
    params: { name: by.nickname, words: message },
  }
  return settled({ ...current, offers }, now, [told])
}

/** The requester gives a place to one who offered. Of two accepts on the last place one is refused. */
export function acceptOffer(request: RequestDoc, by: Party, helper: string, now: Date): Outcome {
  return moveOffer(request, 'acceptOffer', by, helper, {}, now)
}

/** The requester declines an offer that waits, with the reason that its helper reads. */
export function declineOffer(
  request: RequestDoc,
  by: Party,
  helper: string,
  reason: string,
  now: Date,
): Outcome {
  return moveOffer(request, 'declineOffer', by, helper, { reason }, now)
}

/**
 * The helper takes the offer back, or gives the place back after acceptance. The place is then free
 * for another while the request is searching; else the request goes on without it.
 */
export function withdrawOffer(request: RequestDoc, by: Party, reason: string, now: Date): Outcome {
  return moveOffer(request, 'withdrawOffer', by, by.userId, { reason }, now)
}

/**
 * The requester gives the place of a helper who stayed silent to another: it is free again while the
 * request is searching. Refused before the published hours of silence are over.
 */
export function replaceHelper(request: RequestDoc, by: Party, helper: string, now: Date): Outcome {
  const entry = offerOf(request, helper)
  if (entry?.state === 'accepted' && now < replaceableAt(request, entry)) {
    return refused('not_silent_yet', { hours: URGENCY_BOUNDS[request.urgency].silentHours })
  }
  return moveOffer(request, 'replaceHelper', by, helper, {}, now)
}

/** An accepted helper says that the help is given. */
export function markDone(request: RequestDoc, by: Party, now: Date): Outcome {
  return moveOffer(request, 'markDone', by, by.userId, {}, now)
}

/** The requester confirms one helper's help with words of thanks. */
export function confirmDone(
  request: RequestDoc,
  by: Party,
  helper: string,
  thanks: string,
  now: Date,
): Outcome {
  return moveOffer(request, 'confirmDone', by, helper, { thanks }, now)
}

/**
 * The requester wants no more helpers: with nobody accepted the request is cancelled; else it goes
 * on with those who were, and a place given back later stays closed.
 */
export function closeRequest(request: RequestDoc, by: Party, reason: string, now: Date): Outcome {
  assert(hasPart('closeRequest', request, by.userId))
  const { request: current } = settle(request, now)
  const { state } = current
  if ((state !== 'open' && state !== 'matched') || !isSearching(current, now)) {
    return refused('request_closed', { state })
  }
  return settled({ ...current, closeReason: reason }, now, [])
}

const NEWS_OF = {
  acceptOffer: 'offer_accepted',
  declineOffer: 'offer_declined',
  withdrawOffer: 'offer_withdrawn',
  replaceHelper: 'helper_replaced',
  markDone: 'help_done',
  confirmDone: 'help_thanked',
} as const satisfies Record<OfferStep, News['kind']>

/** Moves one offer along the table and tells the other side. */
function moveOffer(
  request: RequestDoc,
  step: OfferStep,
  by: Party,
  helper: string,
  change: { reason?: string; thanks?: string },
  now: Date,
): Outcome {
  assert(hasPart(step, request, by.userId))
  const { request: current, news } = settle(request, now)
  if (isFinal(current.state)) return refused('request_closed', { state: current.state })
  const entry = offerOf(current, helper)
  if (!entry) return refused('not_found')
  const to = OFFER_WAYS[step][entry.state]
  if (to === undefined) return refused('offer_gone', { state: entry.state })
  const { helpersNeeded } = current
  if (to === 'accepted' && takenCount(current) >= helpersNeeded) {
    return refused('request_full', { helpersNeeded })
  }
  const moved: OfferEntry = { ...entry, ...change, state: to, changedAt: now, heardAt: now }
  const offers = current.offers.map((other) => (other === entry ? moved : other))
  const told: News = {
    kind: NEWS_OF[step],
    to: [by.userId === helper ? current.userId : helper],
    params: {
      name: by.nickname,
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.thanks === undefined ? {} : { words: change.thanks }),
    },
  }
  const after = settle({ ...current, offers }, now)
  // A place given back after the deadline may end at once what the deadline had left standing.
  const before = news.filter(({ kind }) => after.news.every((later) => later.kind !== kind))
  return { ok: true, request: after.request, news: [...before, told, ...after.news] }
}

function settled(draft: RequestDoc, now: Date, told: readonly News[]): Outcome {
  const { request, news } = settle(draft, now)
  return { ok: true, request, news: [...told, ...news] }
}

const refused = (code: RefusalCode, params: RefusalParams = {}): Outcome => ({
  ok: false,
  code,
  params,
})
