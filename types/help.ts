import * as v from 'valibot'
import { visibility } from './moderation'
import { BOUNTY_EACH_MAX } from './points'
import { cursor, done, id, instant, page, person, slug, text } from './shape'
import { answers, fieldDefinition, fieldValue, TEMPLATE_ICONS, template } from './template'

/** The request's own states; drawn with their ways on in `docs/help.md`. */
export const REQUEST_STATES = [
  'open',
  'matched',
  'fulfilled',
  'thanked',
  'cancelled',
  'expired',
] as const
export const requestState = v.picklist(REQUEST_STATES)
export type RequestState = v.InferOutput<typeof requestState>

/** One helper's part in a request. */
export const OFFER_STATES = [
  'offered',
  'accepted',
  'done',
  'thanked',
  'declined',
  'withdrawn',
  'released',
] as const
export const offerState = v.picklist(OFFER_STATES)
export type OfferState = v.InferOutput<typeof offerState>

export const HELPERS_MAX = 10
export const OFFERS_MAX = 30
export const OPEN_REQUESTS_MAX = 20

/** What the looker may do next on a request: the server says it, the page draws it. */
export const REQUEST_STEPS = [
  'offer',
  'withdraw',
  'answerOffers',
  'markDone',
  'confirm',
  'close',
] as const
export const requestStep = v.picklist(REQUEST_STEPS)
export type RequestStep = v.InferOutput<typeof requestStep>

export const BOARD_VIEWS = ['open', 'settled', 'mine', 'helping'] as const

const card = v.object({
  requestId: v.string(),
  templateKey: v.string(),
  templateName: v.string(),
  icon: v.picklist(TEMPLATE_ICONS),
  title: v.string(),
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
export type RequestCard = v.InferOutput<typeof card>

const offer = v.object({
  offerId: v.string(),
  helper: person,
  message: v.string(),
  state: offerState,
  reason: v.nullable(v.string()),
  thanks: v.nullable(v.string()),
  own: v.boolean(),
  changedAt: instant,
})
export type OfferView = v.InferOutput<typeof offer>

const detail = v.object({
  ...card.entries,
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
  offers: v.array(offer),
  steps: v.array(requestStep),
  closeReason: v.nullable(v.string()),
})
export type RequestDetail = v.InferOutput<typeof detail>

const thanks = v.object({
  thanksId: v.string(),
  requestId: v.string(),
  title: v.string(),
  words: v.string(),
  from: person,
  to: person,
  createdAt: instant,
})

const onRequest = { communityId: id, requestId: id }
const onOffer = { ...onRequest, offerId: id }
const reason = text(2, 120)

export const helpCalls = {
  'help.listTemplates': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({ templates: v.array(template) }),
  },
  'help.postRequest': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      communityId: id,
      templateKey: slug,
      templateVersion: template.entries.version,
      helpersNeeded: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HELPERS_MAX)),
      /** Held from the requester's own points for every helper, paid when the help is confirmed. */
      bountyEach: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BOUNTY_EACH_MAX)),
        0,
      ),
      answers,
    }),
    output: v.object({ requestId: v.string() }),
  },
  'help.listRequests': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      view: v.picklist(BOARD_VIEWS),
      templateKey: v.optional(slug),
      cursor,
    }),
    output: page(card),
  },
  'help.getRequest': {
    kind: 'read',
    scope: 'member',
    input: v.object(onRequest),
    output: detail,
  },
  'help.makeOffer': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onRequest, message: text(2, 200) }),
    output: v.object({ offerId: v.string() }),
  },
  /** Before acceptance it takes the offer back; after it, it releases the place for another helper. */
  'help.withdrawOffer': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: done,
  },
  'help.declineOffer': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onOffer, reason }),
    output: done,
  },
  'help.acceptOffer': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOffer),
    output: v.object({ state: requestState }),
  },
  'help.markDone': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: done,
  },
  /** Confirms one helper's help and publishes the thanks on the wall. */
  'help.confirmDone': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onOffer, thanks: text(2, 200) }),
    output: v.object({ state: requestState }),
  },
  /** No more helpers wanted: cancels a request nobody helped on, else ends the search. */
  'help.closeRequest': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: v.object({ state: requestState }),
  },
  'help.listThanks': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, cursor }),
    output: page(thanks),
  },
} as const
