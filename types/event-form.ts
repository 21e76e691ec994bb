import * as v from 'valibot'
import { count, fileId, instant, text } from './shape'
import { fieldDefinition } from './template'

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
/** Minutes a held seat waits for an answer. */
export const SEAT_OFFER_MINUTES = { min: 10, max: 1440, usual: 120 } as const
export const onSite = v.object({
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
export const online = v.object({ mode: v.literal('online'), how: text(2, 120) })

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

export const eventRepeat = v.object({
  every: v.picklist(['week', 'twoWeeks', 'month']),
  times: count(2, SERIES_MAX),
})
