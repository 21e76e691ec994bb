import * as v from 'valibot'
import { eventAfterCalls, recap } from './event-after'
import { eventDoorCalls } from './event-door'
import { eventFiguresCalls } from './event-figures'
import { eventForm, eventKind, eventRepeat, GUESTS_MAX, online, onSite } from './event-form'
import { onEvent, onRegistration, reason, word } from './event-inputs'
import { eventRulesCalls, signUpLimit } from './event-rules'
import { liveCard } from './live-card'
import { count, cursor, done, id, instant, page, person } from './shape'
import { answers, fieldValue } from './template'

/**
 * `pending` waits for a person where the community's rules ask for it; `ended` is settled: who did
 * not come is known. Drawn with their ways on in `docs/events.md`.
 */
export const EVENT_STATES = ['pending', 'refused', 'published', 'cancelled', 'ended'] as const
export const eventState = v.picklist(EVENT_STATES)
export type EventState = v.InferOutput<typeof eventState>

/**
 * One member's part. `requested` waits for the organiser, `waiting` for a seat, `offered` has a seat
 * held until an instant, `seated` has it.
 */
export const REGISTRATION_STATES = [
  'requested',
  'waiting',
  'offered',
  'seated',
  'declined',
  'cancelled',
  'attended',
  'noShow',
] as const
export const registrationState = v.picklist(REGISTRATION_STATES)
export type RegistrationState = v.InferOutput<typeof registrationState>

const seats = {
  capacity: v.number(),
  seatsTaken: v.number(),
  waiting: v.number(),
}

const card = v.object({
  eventId: v.string(),
  kind: eventKind,
  title: v.string(),
  /** Where the cover can be seen, for a few minutes. */
  cover: v.nullable(v.string()),
  placeName: v.string(),
  isOnline: v.boolean(),
  startsAt: instant,
  endsAt: instant,
  deadline: instant,
  state: eventState,
  ...seats,
  series: v.nullable(v.object({ index: v.number(), of: v.number() })),
  organiser: person,
  /** The looker's own part, if any. */
  mine: v.nullable(registrationState),
  own: v.boolean(),
})
export type EventCard = v.InferOutput<typeof card>

const ownRegistration = v.object({
  state: registrationState,
  guests: v.number(),
  answers,
  /** Place on the waitlist, from 1; null unless waiting. */
  place: v.nullable(v.number()),
  offeredUntil: v.nullable(instant),
  attendedAt: v.nullable(instant),
  isLate: v.boolean(),
  reason: v.nullable(v.string()),
  gaveFeedback: v.boolean(),
  /** A no-show that the organiser has taken back, and one that is disputed. */
  isExcused: v.boolean(),
  isDisputed: v.boolean(),
})
export type OwnRegistration = v.InferOutput<typeof ownRegistration>

/** What the looker may do next: the server says it, the page draws it. */
export const EVENT_STEPS = [
  'register',
  'cancelRegistration',
  'answerSeat',
  'attend',
  'askQuestion',
  'giveFeedback',
  'getCertificate',
  'edit',
  'cancel',
  'decide',
  'manage',
  'runDoor',
  'publishRecap',
  'disputeNoShow',
] as const
export const eventStep = v.picklist(EVENT_STEPS)
export type EventStep = v.InferOutput<typeof eventStep>

const detail = v.object({
  ...card.entries,
  /** The whole form, for showing, editing and copying; `place.how` is empty for who may not see it. */
  form: v.object({
    ...eventForm.entries,
    place: v.variant('mode', [onSite, v.object({ ...online.entries, how: v.string() })]),
  }),
  /** Grows with each edit; an edit names the one it was made on. */
  revision: v.number(),
  registration: v.nullable(ownRegistration),
  /** How the rule for no-shows holds the looker; null when it does not. */
  limit: v.nullable(signUpLimit),
  steps: v.array(eventStep),
  /** A seat card of the looker's that is not used yet; null without one. */
  seatCard: v.nullable(v.string()),
  /** Why it was cancelled or refused. */
  reason: v.nullable(v.string()),
  /** Up to twelve who come, for a friendly row of faces. */
  faces: v.array(person),
  attended: v.number(),
  /** The card that is shared now; null when one has to be opened first, or there is none. */
  liveCard: v.nullable(liveCard),
  recap: v.nullable(recap),
  createdAt: instant,
})
export type EventDetail = v.InferOutput<typeof detail>

const registration = v.object({
  registrationId: v.string(),
  member: person,
  state: registrationState,
  guests: v.number(),
  answers: v.array(v.object({ label: v.string(), value: fieldValue })),
  /** Place on the waitlist, from 1. */
  place: v.nullable(v.number()),
  offeredUntil: v.nullable(instant),
  attendedAt: v.nullable(instant),
  isLate: v.boolean(),
  isExcused: v.boolean(),
  /** What the person says of a no-show; null when nothing. */
  dispute: v.nullable(v.string()),
  registeredAt: instant,
})
export type Registration = v.InferOutput<typeof registration>

const question = v.object({
  questionId: v.string(),
  words: v.string(),
  from: person,
  own: v.boolean(),
  isAnswered: v.boolean(),
  createdAt: instant,
})
export type RoundTableQuestion = v.InferOutput<typeof question>

export const EVENT_VIEWS = ['upcoming', 'mine', 'past', 'pending'] as const

export const eventCalls = {
  ...eventRulesCalls,
  ...eventFiguresCalls,
  ...eventDoorCalls,
  ...eventAfterCalls,
  /** `upcoming` by start, soonest first; `past` latest first; `mine` what I organise or signed up for; `pending` for those who approve. */
  'event.list': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      view: v.picklist(EVENT_VIEWS),
      kind: v.optional(eventKind),
      cursor,
    }),
    output: page(card),
  },
  'event.get': { kind: 'read', scope: 'member', input: v.object(onEvent), output: detail },
  /** Screened; shown at once or after a decision, as the community's rules say. A series opens its later dates one after the other. */
  'event.create': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ communityId: id, form: eventForm, repeat: v.nullable(eventRepeat) }),
    output: v.object({ eventId: v.string(), state: eventState }),
  },
  'event.edit': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onEvent, basedOn: count(1, 1_000_000), form: eventForm }),
    output: v.object({ revision: v.number(), state: eventState }),
  },
  /** Tells everybody signed up; whoever holds a seat or waits is released. */
  'event.cancel': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, reason }),
    output: done,
  },
  /** The community's decision on a pending event. */
  'event.decide': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      ...onEvent,
      verdict: v.picklist(['publish', 'refuse']),
      reason: v.optional(reason),
    }),
    output: done,
  },
  /** Takes one's own decision back while it is fresh and nobody has signed up. */
  'event.undoDecision': {
    kind: 'write',
    scope: 'member',
    input: v.object(onEvent),
    output: done,
  },
  /** Takes seats for oneself and guests, or a place on the waitlist, or asks the organiser. */
  'event.register': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    /** `card`: a seat card of one's own, used if it comes to waiting. */
    input: v.object({ ...onEvent, guests: count(0, GUESTS_MAX), answers, card: v.optional(id) }),
    output: v.object({ state: registrationState }),
  },
  'event.cancelRegistration': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, reason: v.optional(reason) }),
    output: done,
  },
  /** Answers a seat held for one's place on the waitlist. */
  'event.answerSeat': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onEvent, accept: v.boolean() }),
    output: v.object({ state: registrationState }),
  },
  /**
   * Gives a free seat to who waits longest, where the line moves by itself: the timer does it within a
   * minute, this at once. `more`: somebody else waits still.
   */
  'event.promote': {
    kind: 'write',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({ moved: v.boolean(), more: v.boolean() }),
  },
  /** A card for a group's chat that shows the seats and changes with them (K2); null when WeChat has none. */
  'event.openCard': {
    kind: 'write',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({ card: v.nullable(liveCard) }),
  },
  /** Everybody signed up, for the organiser and the stewards: by order of arrival within a state. */
  'event.listRegistrations': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onEvent, state: v.optional(registrationState), cursor }),
    output: page(registration),
  },
  /** `approve` seats one who asked or, where the organiser picks, one who waits. */
  'event.decideRegistration': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      ...onRegistration,
      verdict: v.picklist(['approve', 'decline']),
      reason: v.optional(reason),
    }),
    output: v.object({ state: registrationState }),
  },
  /** A word to everybody signed up, into their inboxes. */
  'event.messageRegistrants': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onEvent, words: word }),
    output: done,
  },
  /** Makes the list of those signed up as a spreadsheet; the address works for a short while. */
  'event.exportRegistrations': {
    kind: 'write',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({ fileName: v.string(), url: v.string() }),
  },
  'event.askQuestion': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({ ...onEvent, words: word }),
    output: v.object({ questionId: v.string() }),
  },
  'event.listQuestions': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onEvent, cursor }),
    output: page(question),
  },
  /** The organiser ticks off a question of the round table, or takes the tick back. */
  'event.markQuestion': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onEvent, questionId: id, isAnswered: v.boolean() }),
    output: done,
  },
} as const
