import * as v from 'valibot'
import { liveCard } from './live-card'
import { visibility } from './moderation'
import { BOUNTY_EACH_MAX } from './points'
import { cursor, done, id, instant, page, person, skills, slug, text } from './shape'
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
  'missed',
] as const
export const offerState = v.picklist(OFFER_STATES)
export type OfferState = v.InferOutput<typeof offerState>

/** How much a request presses; the requester says it, within the bounds below. */
export const URGENCIES = ['normal', 'urgent', 'emergency'] as const
export const urgency = v.picklist(URGENCIES)
export type Urgency = v.InferOutput<typeof urgency>

/**
 * What keeps "urgent" from becoming the usual: what presses is soon over, and nobody has more than a
 * few pressing things at a time. Ours; to be looked at again with real boards.
 */
export const URGENCY_BOUNDS: {
  readonly [U in Urgency]: {
    /** The deadline is at most so many hours ahead. */
    readonly aheadHoursMax: number | null
    /** So many of this urgency that look for somebody may one member have. */
    readonly openMax: number
    /** An accepted helper may be replaced after so many hours of silence. */
    readonly silentHours: number
  }
} = {
  normal: { aheadHoursMax: null, openMax: 20, silentHours: 24 },
  urgent: { aheadHoursMax: 72, openMax: 3, silentHours: 4 },
  emergency: { aheadHoursMax: 24, openMax: 1, silentHours: 1 },
}
/** Pressing requests that one member may post in PRESSING_DAYS, closed ones counted. */
export const PRESSING_MAX = 5
export const PRESSING_DAYS = 7

/**
 * Who is told of a pressing request, and when: at once, and then while nobody has offered. `fitting`:
 * members whose skills the request names, and those who watch the board; `duty`: the latter alone.
 */
export const AUDIENCES = ['fitting', 'duty', 'members'] as const
export type Audience = (typeof AUDIENCES)[number]
export const ESCALATION: {
  readonly [U in Urgency]: readonly { readonly afterMinutes: number; readonly to: Audience }[]
} = {
  normal: [],
  urgent: [
    { afterMinutes: 0, to: 'fitting' },
    { afterMinutes: 120, to: 'duty' },
    { afterMinutes: 360, to: 'members' },
  ],
  emergency: [
    { afterMinutes: 0, to: 'fitting' },
    { afterMinutes: 15, to: 'members' },
    { afterMinutes: 60, to: 'duty' },
  ],
}

/** Help that was said to be done confirms itself after so many hours; the requester is told before. */
export const AUTO_CONFIRM_HOURS = 72
export const AUTO_CONFIRM_NOTICE_HOURS = 48
/** After the thanks both sides may rate; the window's end shows what is there. */
export const RATING_DAYS = 7
/** The thread of a request stays open for its people so many days after the end. */
export const THREAD_DAYS = 7
export const THREAD_MESSAGE_MAX = 300

/** How it was, for the two sides of one help. Three kind words, no stars. */
export const RATING_SCORES = ['warm', 'fine', 'poor'] as const
export const RATING_POINTS = ['onTime', 'patient', 'able', 'clear'] as const
export const rating = v.object({
  score: v.picklist(RATING_SCORES),
  points: v.pipe(
    v.array(v.picklist(RATING_POINTS)),
    v.maxLength(RATING_POINTS.length),
    v.check((points) => new Set(points).size === points.length, 'twice the same'),
  ),
})
export type Rating = v.InferOutput<typeof rating>

export const HELPERS_MAX = 10
export const OFFERS_MAX = 30

/** What the looker may do next on a request: the server says it, the page draws it. */
export const REQUEST_STEPS = [
  'offer',
  'withdraw',
  'answerOffers',
  'markDone',
  'confirm',
  'replace',
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
export type RequestCard = v.InferOutput<typeof card>

const offer = v.object({
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

const threadMessage = v.object({
  messageId: v.string(),
  from: person,
  own: v.boolean(),
  /** Empty for others while it is not shown. */
  words: v.string(),
  visibility,
  createdAt: instant,
})
export type ThreadMessage = v.InferOutput<typeof threadMessage>

/** What a member can always help with: a skill, a tool, a thing to lend, their time. */
export const STANDING_KINDS = ['skill', 'tool', 'thing', 'time'] as const
export const STANDING_STATES = ['active', 'paused', 'removed'] as const
export type StandingState = (typeof STANDING_STATES)[number]
export const STANDING_MAX = 10
export const STANDING_TITLE_MAX = 40
export const STANDING_DETAILS_MAX = 300

const standingWords = {
  kind: v.picklist(STANDING_KINDS),
  title: text(2, STANDING_TITLE_MAX),
  details: text(0, STANDING_DETAILS_MAX),
}
const standing = v.object({
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
export type StandingView = v.InferOutput<typeof standing>

/** What is looked for: two characters say more than one, twenty are enough. */
export const SEARCH_MAX = 20
const search = v.optional(text(1, SEARCH_MAX))

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
    pace: 'post',
    scope: 'member',
    afterTraining: true,
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
      urgency: v.optional(urgency, 'normal'),
      answers,
      /** One's own request that is asked again. */
      previousId: v.optional(id),
      /** The standing offer this starts from: its owner is told and may accept by themselves. */
      standingId: v.optional(id),
    }),
    output: v.object({ requestId: v.string(), visibility }),
  },
  'help.listRequests': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      view: v.picklist(BOARD_VIEWS),
      templateKey: v.optional(slug),
      urgency: v.optional(urgency),
      search,
      /** Skills of which a request should name one: the looker's own, as the phone knows them. */
      fits: v.optional(skills),
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
  /** A card for a group's chat that shows n/m helpers and changes with them (K2); null when WeChat has none. */
  'help.openCard': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: v.object({ card: v.nullable(liveCard) }),
  },
  'help.makeOffer': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onRequest, message: text(2, 200) }),
    output: v.object({ offerId: v.string() }),
  },
  /** Before acceptance it takes the offer back; after it, it releases the place for another helper. */
  'help.withdrawOffer': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: done,
  },
  'help.declineOffer': {
    kind: 'write',
    pace: 'speak',
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
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onOffer, thanks: text(2, 200) }),
    output: v.object({ state: requestState }),
  },
  /** No more helpers wanted: cancels a request nobody helped on, else ends the search. */
  'help.closeRequest': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, reason }),
    output: v.object({ state: requestState }),
  },
  /** An accepted helper who stayed silent for the published time loses the place; it is recorded. */
  'help.replaceHelper': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOffer),
    output: v.object({ state: requestState }),
  },
  /** Both sides of a help say how it was; neither sees the other's before both have. */
  'help.rateHelp': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onOffer, ...rating.entries }),
    output: done,
  },
  /** What the matched people wrote to each other, the newest first. */
  'help.listThread': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onRequest, cursor }),
    output: v.object({
      ...page(threadMessage).entries,
      title: v.string(),
      people: v.array(person),
      mayWrite: v.boolean(),
      closesAt: v.nullable(instant),
    }),
  },
  'help.sendToThread': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onRequest, words: text(1, THREAD_MESSAGE_MAX) }),
    output: v.object({ messageId: v.string() }),
  },
  /** The looker has seen the thread as it is now. */
  'help.markThreadSeen': {
    kind: 'write',
    scope: 'member',
    input: v.object(onRequest),
    output: done,
  },
  /** A moderator looks at what another has written there; nobody is told who asked. */
  'help.reportMessage': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onRequest, messageId: id }),
    output: done,
  },
  'help.listStanding': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, mine: v.optional(v.boolean()), search, cursor }),
    output: page(standing),
  },
  'help.getStanding': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, standingId: id }),
    output: standing,
  },
  'help.postStanding': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ communityId: id, ...standingWords }),
    output: v.object({ standingId: v.string() }),
  },
  'help.editStanding': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ communityId: id, standingId: id, ...standingWords }),
    output: done,
  },
  /** Pauses an offer, takes it up again, or removes it for good. */
  'help.setStandingState': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, standingId: id, state: v.picklist(STANDING_STATES) }),
    output: done,
  },
  'help.listThanks': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, cursor }),
    output: page(thanks),
  },
} as const
