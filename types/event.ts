import * as v from 'valibot'
import { eventFiguresCalls } from './event-figures'
import { eventRulesCalls, signUpLimit } from './event-rules'
import { liveCard } from './live-card'
import { visibility } from './moderation'
import { cursor, done, fileId, id, instant, page, person, text } from './shape'
import { answers, fieldDefinition, fieldValue } from './template'

export const EVENT_KINDS = [
  'sharing',
  'seminar',
  'training',
  'contest',
  'outing',
  'volunteering',
  'project',
  'care',
] as const
export const eventKind = v.picklist(EVENT_KINDS)
export type EventKind = v.InferOutput<typeof eventKind>

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

/** Who gets a seat that becomes free: nobody, the longest waiting, the same by an offer to answer in time, or whom the organiser picks. */
export const WAITLIST_POLICIES = ['none', 'firstCome', 'timedOffer', 'pick'] as const
export const waitlistPolicy = v.picklist(WAITLIST_POLICIES)
export type WaitlistPolicy = v.InferOutput<typeof waitlistPolicy>

export const EVENT_CAPACITY_MAX = 2000
export const GUESTS_MAX = 5
export const AGENDA_MAX = 20
export const SPEAKERS_MAX = 10
export const EVENT_QUESTIONS_MAX = 8
export const SERIES_MAX = 12
export const RECAP_PHOTOS_MAX = 9
/** Minutes a held seat waits for an answer. */
export const SEAT_OFFER_MINUTES = { min: 10, max: 1440, usual: 120 } as const
/** A door code is drawn anew every so many seconds; a photograph of it is useless two windows later. */
export const DOOR_CODE_SECONDS = 30
/** The door opens so long before the start, and stays open so long after the end. */
export const DOOR_OPENS_MINUTES_BEFORE = 60
export const DOOR_CLOSES_MINUTES_AFTER = 120
/** Arriving later than this after the start is recorded as late. */
export const LATE_AFTER_MINUTES = 15
/** Feedback is taken for so many days after the end. */
export const FEEDBACK_DAYS = 14

const count = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

const onSite = v.object({
  mode: v.literal('onSite'),
  name: text(1, 40),
  address: text(0, 80),
  /** Degrees, as WeChat's map answers them (GCJ-02); null when typed by hand. */
  position: v.nullable(
    v.object({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
})
/** `how` (a meeting number, a room's name) is shown to the organisers and to those who have a seat. */
const online = v.object({ mode: v.literal('online'), how: text(2, 120) })

/** What the organiser writes; a change of time, place or mode is told to everybody signed up. */
export const eventForm = v.object({
  kind: eventKind,
  title: text(2, 30),
  about: text(4, 1000),
  agenda: v.pipe(
    v.array(v.object({ at: text(0, 20), what: text(1, 60) })),
    v.maxLength(AGENDA_MAX),
  ),
  speakers: v.pipe(
    v.array(v.object({ name: text(1, 16), about: text(0, 60) })),
    v.maxLength(SPEAKERS_MAX),
  ),
  /** A picture of the organiser's own in the cloud's storage; null for the one drawn by kind. */
  cover: v.nullable(fileId),
  place: v.variant('mode', [onSite, online]),
  startsAt: instant,
  endsAt: instant,
  /** Signing up is possible until then; not after the start. */
  deadline: instant,
  /** Seats, guests included. */
  capacity: count(1, EVENT_CAPACITY_MAX),
  guestsMax: count(0, GUESTS_MAX),
  needsApproval: v.boolean(),
  waitlist: waitlistPolicy,
  offerMinutes: count(SEAT_OFFER_MINUTES.min, SEAT_OFFER_MINUTES.max),
  questions: v.pipe(v.array(fieldDefinition), v.maxLength(EVENT_QUESTIONS_MAX)),
  /** Members may send in questions for the round table beforehand. */
  collectsQuestions: v.boolean(),
  /** Hours credited to whoever attends; for volunteering. In halves. */
  volunteerHours: v.pipe(v.number(), v.multipleOf(0.5), v.minValue(0), v.maxValue(24)),
})
export type EventForm = v.InferOutput<typeof eventForm>

const repeat = v.object({
  every: v.picklist(['week', 'twoWeeks', 'month']),
  times: count(2, SERIES_MAX),
})

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

const recap = v.object({
  words: v.string(),
  /** Where each photo can be seen, for a few minutes. */
  photos: v.array(v.object({ fileId: v.string(), address: v.string() })),
  publishedAt: instant,
  /** Until it is shown, those who manage the event alone see it. */
  visibility,
})

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

const onEvent = { communityId: id, eventId: id }
const onRegistration = { ...onEvent, registrationId: id }
const reason = text(2, 120)
const word = text(2, 200)
/** A scanned code: what the phone read, nothing decided yet. */
const scanned = v.pipe(v.string(), v.maxLength(200))

export const EVENT_VIEWS = ['upcoming', 'mine', 'past', 'pending'] as const

export const eventCalls = {
  ...eventRulesCalls,
  ...eventFiguresCalls,
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
    input: v.object({ communityId: id, form: eventForm, repeat: v.nullable(repeat) }),
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
  /** The code a steward's phone shows at the door now, and for how long it is taken. */
  'event.getDoorCode': {
    kind: 'read',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({
      code: v.string(),
      /** Until then another one is to be shown; in seconds, for phones' clocks are not ours. */
      validSeconds: v.number(),
      attended: v.number(),
      expected: v.number(),
    }),
  },
  /** A member's own code for a steward to scan. */
  'event.getTicket': {
    kind: 'read',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({ code: v.string() }),
  },
  /** A member has scanned the code at the door. */
  'event.attend': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onEvent, code: scanned }),
    output: v.object({ isLate: v.boolean() }),
  },
  /**
   * A steward lets somebody in: by the code on their phone or by name. `at` is when it was done, for
   * what was kept while there was no network; it must lie within the door's hours and not ahead.
   */
  'event.admit': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      ...onEvent,
      by: v.variant('way', [
        v.object({ way: v.literal('code'), code: scanned }),
        v.object({ way: v.literal('name'), registrationId: id }),
      ]),
      at: instant,
    }),
    output: v.object({ member: person, isLate: v.boolean(), guests: v.number() }),
  },
  /** A steward takes back a wrong arrival; it stays in the log. */
  'event.undoAttendance': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onRegistration, reason }),
    output: done,
  },
  /** Says that one was there, or could not help it, within two weeks; the organiser hears it. */
  'event.disputeNoShow': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, words: word }),
    output: done,
  },
  /** The organiser takes a no-show back: it counts no more. */
  'event.excuseNoShow': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onRegistration, reason }),
    output: done,
  },
  'event.giveFeedback': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onEvent, rating: count(1, 5), words: text(0, 300) }),
    output: done,
  },
  /** What those who came said: figures for every member, words for the organiser. */
  'event.getFeedback': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...onEvent, cursor }),
    output: v.object({
      given: v.number(),
      attended: v.number(),
      /** How many gave one star, two, … five. */
      byRating: v.array(v.number()),
      words: page(v.object({ rating: v.number(), words: v.string(), createdAt: instant })),
    }),
  },
  'event.publishRecap': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    afterTraining: true,
    input: v.object({
      ...onEvent,
      words: text(2, 1000),
      photos: v.pipe(v.array(fileId), v.maxLength(RECAP_PHOTOS_MAX)),
    }),
    output: done,
  },
} as const
