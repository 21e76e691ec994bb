import * as v from 'valibot'
import { id, instant, person } from './shape'

/** How far back the figures reach, in days. */
export const FIGURES_DAYS = [90, 365] as const
/** More events than these are not read: the latest are. */
export const FIGURES_EVENTS_MAX = 50
/** One's own events, or everybody's, for those who approve events. */
export const FIGURES_OF = ['mine', 'all'] as const

const figures = {
  /** Seats there were, and those that were had; guests included. */
  seats: v.number(),
  taken: v.number(),
  /** Members who had a seat; of these who came, who stayed away, and who is excused. */
  expected: v.number(),
  came: v.number(),
  missed: v.number(),
  excused: v.number(),
  /** Volunteer hours credited. */
  hours: v.number(),
  /** How many gave one star, two, … five. */
  byRating: v.array(v.number()),
}
const eventFigures = v.object(figures)
/** What became of an event, in numbers that can be added up; rates are made of sums. */
export type EventFigures = v.InferOutput<typeof eventFigures>

const heldEvent = v.object({
  ...figures,
  eventId: v.string(),
  title: v.string(),
  startsAt: instant,
  organiser: person,
})
export type HeldEvent = v.InferOutput<typeof heldEvent>

/** Part of the domain `event`. */
export const eventFiguresCalls = {
  /** How the events that were held went, the latest first, and all together. */
  'event.getFigures': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      of: v.picklist(FIGURES_OF),
      days: v.picklist(FIGURES_DAYS),
    }),
    output: v.object({
      events: v.array(heldEvent),
      total: eventFigures,
      /** Older events within the days are not in it. */
      isCut: v.boolean(),
    }),
  },
} as const
