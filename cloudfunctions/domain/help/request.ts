import { strict as assert } from 'node:assert'
import type { RequestState } from '../../../types/help-rules'
import type { MessageKind } from '../../../types/inbox'
import type { Deed } from '../../../types/recognition'
import type { OfferEntry, RequestDoc } from '../../db/documents'
import { withBountyDue } from './bounty'
import { noPlace } from './places'
import { isFinal, isStanding, isTaken, REQUEST_WAYS } from './states'
import { wakeAt } from './time-table'
import { rankOf } from './urgency'

/** The built-in form for going along with somebody for a while (domain/presets/templates/mentoring). */
const MENTORING = 'mentoring'

/** Something to tell people of a request: who, and what the sentence needs beside the title. */
export type News = {
  kind: MessageKind
  to: readonly string[]
  params: Readonly<Record<string, string>>
}

export const takenCount = (request: RequestDoc): number =>
  request.offers.filter(({ state }) => isTaken(state)).length

export const waitingCount = (request: RequestDoc): number =>
  request.offers.filter(({ state }) => state === 'offered').length

export const offerOf = (request: RequestDoc, userId: string): OfferEntry | undefined =>
  request.offers.find((entry) => entry.userId === userId)

/** What a confirmed help is counted as beside being one. */
export const deedsOf = ({ templateKey }: Pick<RequestDoc, 'templateKey'>): Deed[] =>
  templateKey === MENTORING ? ['mentored'] : []

/** Who belongs to the match: the requester and those who hold a place. */
export const partiesOf = (request: RequestDoc): string[] => [
  request.userId,
  ...request.offers.filter(({ state }) => isTaken(state)).map(({ userId }) => userId),
]

/** Whether a free place may still be given to somebody: not closed, and the deadline is ahead. */
export const isSearching = (request: RequestDoc, now: Date): boolean =>
  request.closeReason === null && now < request.deadline

/**
 * The request as its offers, its closing and this instant say, and what is to be told of the change.
 * The state is always computed here, never set; a settled request settles to itself.
 *
 * - While the request is searching, it is open until every place is taken.
 * - When the search is over, the places are those taken; with none it is expired or cancelled.
 * - Taken places lead from matched over fulfilled (all done) to thanked (all thanked).
 * - An offer waits only while a place is or may become free; else it is declined and its helper told.
 */
export function settle(request: RequestDoc, now: Date): { request: RequestDoc; news: News[] } {
  // Final is final, also for a call whose clock is behind that of the one which ended it.
  if (isFinal(request.state)) return { request, news: [] }
  const taken = takenCount(request)
  const searching = isSearching(request, now)
  const helpersNeeded = searching || taken === 0 ? request.helpersNeeded : taken
  assert(taken <= helpersNeeded, 'more helpers than places')
  const state = stateOf(request, helpersNeeded, searching)
  const isWay = state === request.state || REQUEST_WAYS[request.state][state] !== undefined
  assert(isWay, `${request.state} cannot become ${state}`)

  const mayWait = searching && (state === 'open' || state === 'matched')
  const left = mayWait ? [] : request.offers.filter((entry) => entry.state === 'offered')
  // What the deadline ended, ended at the deadline, whenever it is noticed.
  const changedAt = now < request.deadline ? now : request.deadline
  const offers = request.offers.map(
    (entry): OfferEntry =>
      left.includes(entry)
        ? { ...entry, state: 'declined', reason: request.closeReason, changedAt }
        : entry,
  )
  const helperUserIds = offers
    .filter((entry) => isStanding(entry.state))
    .map((entry) => entry.userId)

  const news: News[] = []
  const isDue = request.closeReason === null && !searching
  const isNews = state !== request.state && (request.state === 'open' || state === 'expired')
  if (isDue && isNews) news.push({ kind: 'request_expired', to: [request.userId], params: {} })
  if (left.length > 0) {
    const reason = request.closeReason ?? ''
    news.push({ kind: 'request_closed', to: left.map(({ userId }) => userId), params: { reason } })
  }
  const settled = { ...request, helpersNeeded, state, offers, helperUserIds }
  return {
    request: withBountyDue(onTime(settled, now)),
    news,
  }
}

/** What follows from the rest of the request: its place on the board and of its member, its end, its next waking. */
function onTime(request: RequestDoc, now: Date): RequestDoc {
  const { _id, urgency, state, place } = request
  const isLooking = (state === 'open' || state === 'matched') && isSearching(request, now)
  return {
    ...request,
    rank: rankOf(_id, urgency, state),
    // While a place can become free again, the request may have to look for somebody again.
    place: isLooking ? place : noPlace(_id),
    endedAt: isFinal(state) ? now : null,
    wakeAt: wakeAt(request),
  }
}

/**
 * The request as everyone is to see it at this instant: one stored as open whose deadline has passed
 * is what its expiry makes of it, so that no view depends on when the timer runs.
 */
export const asOf = (request: RequestDoc, now: Date): RequestDoc => settle(request, now).request

function stateOf(request: RequestDoc, helpersNeeded: number, searching: boolean): RequestState {
  const places = request.offers.map(({ state }) => state).filter(isTaken)
  if (searching && places.length < helpersNeeded) return 'open'
  if (places.length === 0) return request.closeReason === null ? 'expired' : 'cancelled'
  if (places.includes('accepted')) return 'matched'
  return places.includes('done') ? 'fulfilled' : 'thanked'
}
