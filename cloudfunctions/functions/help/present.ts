import type { OfferView, RequestCard, RequestDetail } from '../../../types/help-views'
import type { LiveCard } from '../../../types/live-card'
import type { Person } from '../../../types/shape'
import type { FieldDefinition } from '../../../types/template'
import type { OfferEntry, RequestDoc } from '../../db/documents'
import { nextSteps } from '../../domain/help/next-steps'
import { areRatingsShown, mayRate, ratingClosesAt } from '../../domain/help/ratings'
import { partiesOf, takenCount, waitingCount } from '../../domain/help/request'
import { isTaken } from '../../domain/help/states'
import { threadClosesAt, unreadFor } from '../../domain/help/thread'
import { replaceableAt } from '../../domain/help/time-table'

/** What a card shows of a request, as it is at this instant. */
export function cardOf(request: RequestDoc, requester: Person, viewerId: string): RequestCard {
  return {
    requestId: request._id,
    templateKey: request.templateKey,
    templateName: request.templateName,
    icon: request.templateIcon,
    title: request.title,
    urgency: request.urgency,
    deadline: request.deadline.toISOString(),
    state: request.state,
    visibility: request.visibility,
    helpersNeeded: request.helpersNeeded,
    helpersTaken: takenCount(request),
    bountyEach: request.bounty?.each ?? 0,
    offersWaiting: waitingCount(request),
    requester,
    own: request.userId === viewerId,
    createdAt: request.createdAt.toISOString(),
  }
}

/** The requester sees every offer; others their own and those that hold a place. */
export const visibleOffers = (request: RequestDoc, viewerId: string): OfferEntry[] =>
  request.offers.filter(
    ({ userId, state }) => request.userId === viewerId || userId === viewerId || isTaken(state),
  )

/** What stands around a request: its people, what asked it again, who let others down, its card. */
type Around = {
  person: (userId: string) => Person
  nextId: string | null
  missed: ((userId: string) => number) | null
  liveCard: LiveCard | null
}

/**
 * What was answered on these fields. Pictures come with their temporary addresses; one that is gone
 * from the storage is left out.
 */
export const answeredOf = (
  { answers }: RequestDoc,
  fields: readonly FieldDefinition[],
  addresses: ReadonlyMap<string, string>,
): RequestDetail['fields'] =>
  fields.flatMap(({ key, kind, label, unit, options, reviewersOnly }) => {
    const value = answers[key]
    if (value === undefined) return []
    const shown = { key, kind, label, unit, options, reviewersOnly }
    if (kind !== 'images' || !Array.isArray(value)) return [{ ...shown, value }]
    const there = value.filter((fileId) => addresses.has(fileId))
    return [{ ...shown, value: there, addresses: there.map((id) => addresses.get(id) ?? '') }]
  })

/** The whole request as this viewer may see it, with what they may do next. */
export function detailOf(
  request: RequestDoc,
  fields: RequestDetail['fields'],
  around: Around,
  viewerId: string,
  now: Date,
): RequestDetail {
  return {
    ...cardOf(request, around.person(request.userId), viewerId),
    fields,
    offers: visibleOffers(request, viewerId).map((entry) =>
      offerOf(request, entry, around, viewerId, now),
    ),
    steps: nextSteps(request, viewerId, now),
    closeReason: request.closeReason,
    previousId: request.previousId,
    nextId: around.nextId,
    invited: request.invitedUserId === viewerId,
    liveCard: around.liveCard,
    thread: threadOf(request, viewerId),
  }
}

/** Whether there is something new to read, for those whose thread it is. */
function threadOf(request: RequestDoc, viewerId: string): RequestDetail['thread'] {
  const parties = partiesOf(request)
  if (parties.length < 2 || !parties.includes(viewerId)) return null
  return {
    count: request.thread.count,
    unread: unreadFor(request, viewerId),
    closesAt: threadClosesAt(request)?.toISOString() ?? null,
  }
}

/** How it was, for the two sides of a help; to anybody else it does not exist. */
function ratingsOf(
  request: RequestDoc,
  entry: OfferEntry,
  viewerId: string,
  now: Date,
): OfferView['ratings'] {
  const isRequester = request.userId === viewerId
  if (entry.state !== 'thanked' || !(isRequester || entry.userId === viewerId)) return null
  const [side, other] = isRequester
    ? (['requester', 'helper'] as const)
    : (['helper', 'requester'] as const)
  return {
    mine: entry.ratings[side],
    theirs: areRatingsShown(entry, now) ? entry.ratings[other] : null,
    mayRate: mayRate(entry, side, now),
    closesAt: ratingClosesAt(entry).toISOString(),
  }
}

function offerOf(
  request: RequestDoc,
  entry: OfferEntry,
  { person, missed }: Around,
  viewerId: string,
  now: Date,
): OfferView {
  const { userId, message, state, reason, thanks, byTime, changedAt } = entry
  const isForRequester = request.userId === viewerId
  return {
    offerId: userId,
    helper: person(userId),
    message,
    state,
    reason,
    thanks,
    byTime,
    own: userId === viewerId,
    changedAt: changedAt.toISOString(),
    replaceableAt:
      isForRequester && state === 'accepted' ? replaceableAt(request, entry).toISOString() : null,
    missedLately: isForRequester && state === 'offered' ? (missed?.(userId) ?? 0) : null,
    ratings: ratingsOf(request, entry, viewerId, now),
  }
}
