import * as v from 'valibot'

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

/** What a member can always help with: a skill, a tool, a thing to lend, their time. */
export const STANDING_KINDS = ['skill', 'tool', 'thing', 'time'] as const
export const STANDING_STATES = ['active', 'paused', 'removed'] as const
export type StandingState = (typeof STANDING_STATES)[number]
export const STANDING_MAX = 10
export const STANDING_TITLE_MAX = 40
export const STANDING_DETAILS_MAX = 300

/** What is looked for: two characters say more than one, twenty are enough. */
export const SEARCH_MAX = 20
