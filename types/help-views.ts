import * as v from 'valibot'
import {
  offerState,
  rating,
  requestState,
  requestStep,
  STANDING_KINDS,
  urgency,
} from './help-rules'
import { liveCard } from './live-card'
import { visibility } from './moderation'
import { instant, person } from './shape'
import { fieldDefinition, fieldValue, TEMPLATE_ICONS } from './template'

export const requestCard = v.object({
  requestId: v.string(),
  templateKey: v.string(),
  templateName: v.string(),
  icon: v.picklist(TEMPLATE_ICONS),
  title: v.string(),
  urgency,
  deadline: instant,
  state: requestState,
  /** Anything but `shown` is seen by the requester and those who judge content alone. */
  visibility,
  helpersNeeded: v.number(),
  helpersTaken: v.number(),
  /** Points the requester holds for each helper; 0 when none. */
  bountyEach: v.number(),
  offersWaiting: v.number(),
  requester: person,
  own: v.boolean(),
  createdAt: instant,
})
export type RequestCard = v.InferOutput<typeof requestCard>

export const offerView = v.object({
  offerId: v.string(),
  helper: person,
  message: v.string(),
  state: offerState,
  reason: v.nullable(v.string()),
  thanks: v.nullable(v.string()),
  /** Confirmed by time, because nobody did. */
  byTime: v.boolean(),
  own: v.boolean(),
  changedAt: instant,
  /** For the requester: when a silent helper may be replaced; null where that is no question. */
  replaceableAt: v.nullable(instant),
  /** For the requester, on an offer that waits: how often this helper let others down lately. */
  missedLately: v.nullable(v.number()),
  /** For the two sides of a thanked help; null for others. */
  ratings: v.nullable(
    v.object({
      mine: v.nullable(rating),
      /** Null until both have rated or the window has closed. */
      theirs: v.nullable(rating),
      mayRate: v.boolean(),
      closesAt: instant,
    }),
  ),
})
export type OfferView = v.InferOutput<typeof offerView>

export const requestDetail = v.object({
  ...requestCard.entries,
  fields: v.array(
    v.object({
      ...v.pick(fieldDefinition, ['key', 'kind', 'label', 'unit', 'options', 'reviewersOnly'])
        .entries,
      value: fieldValue,
      /** Where the pictures of such a field are, for a few minutes; in the order of `value`. */
      addresses: v.optional(v.array(v.string())),
    }),
  ),
  /** The requester sees every offer; others see their own and those that were accepted. */
  offers: v.array(offerView),
  steps: v.array(requestStep),
  closeReason: v.nullable(v.string()),
  /** The request this one asks again, and the one that asks this again. */
  previousId: v.nullable(v.string()),
  nextId: v.nullable(v.string()),
  /** The looker was asked by name, because of what they offer. */
  invited: v.boolean(),
  /** The card that is shared now; null when one has to be opened first, or there is none. */
  liveCard: v.nullable(liveCard),
  /** For those who belong to the match; null for others. */
  thread: v.nullable(
    v.object({ count: v.number(), unread: v.number(), closesAt: v.nullable(instant) }),
  ),
})
export type RequestDetail = v.InferOutput<typeof requestDetail>

export const thanksView = v.object({
  thanksId: v.string(),
  requestId: v.string(),
  title: v.string(),
  words: v.string(),
  from: person,
  to: person,
  createdAt: instant,
})

export const threadMessage = v.object({
  messageId: v.string(),
  from: person,
  own: v.boolean(),
  /** Empty for others while it is not shown. */
  words: v.string(),
  visibility,
  createdAt: instant,
})
export type ThreadMessage = v.InferOutput<typeof threadMessage>

export const standingView = v.object({
  standingId: v.string(),
  kind: v.picklist(STANDING_KINDS),
  title: v.string(),
  details: v.string(),
  state: v.picklist(['active', 'paused']),
  visibility,
  by: person,
  own: v.boolean(),
  createdAt: instant,
})
export type StandingView = v.InferOutput<typeof standingView>
