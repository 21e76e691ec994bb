import type { EventFigures } from '../../../types/event-figures'
import type { EventDoc } from '../../db/documents'
import { gt, store } from '../../db/store'

const RATINGS = [1, 2, 3, 4, 5] as const
/** The cloud's own limit of one query; an event has two thousand seats at most. */
const PARTS_A_QUERY = 1000
const FEEDBACK_COUNTED_MAX = 2000

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Feedback and disputes come for two weeks. */
const RECOUNTED_DAYS = 15

/** Queues of the door and most feedback come on the first day; from then on once a day is enough. */
export function nextRecount({ endsAt }: Pick<EventDoc, 'endsAt'>, at: Date): Date | null {
  const ageMs = at.getTime() - endsAt.getTime()
  if (ageMs >= RECOUNTED_DAYS * DAY_MS) return null
  return new Date(at.getTime() + (ageMs < DAY_MS ? HOUR_MS : DAY_MS))
}

type Part = { state: string; hours?: number; missedAtMs?: number }

/** Those who had a seat and came, or did not, page after page. */
async function partsIn(eventId: string, state: 'attended' | 'noShow' | 'seated'): Promise<Part[]> {
  const parts: Part[] = []
  for (let after = ''; ; ) {
    const page = await store.findParts(
      'registrations',
      {
        where: { eventId, state, order: gt(after) },
        orderBy: ['order', 'asc'],
        limit: PARTS_A_QUERY,
      },
      ['state', 'hours', 'missedAtMs', 'order'],
    )
    parts.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PARTS_A_QUERY) return parts
    after = last.order
  }
}

/** How an event that has ended went, as its documents say it now. */
export async function countOutcome(event: EventDoc): Promise<EventFigures> {
  const eventId = event._id
  const [tally, came, absent, unsettled, ...byRating] = await Promise.all([
    store.get('tallies', eventId),
    partsIn(eventId, 'attended'),
    partsIn(eventId, 'noShow'),
    // Not put down as missing yet: the settling of its end is on its way.
    partsIn(eventId, 'seated'),
    ...RATINGS.map((rating) =>
      store.countUpTo('eventFeedback', { eventId, rating }, FEEDBACK_COUNTED_MAX),
    ),
  ])
  const { capacity: seats, free } = tally ?? { capacity: event.form.capacity, free: 0 }
  const missed = absent.length + unsettled.length
  const excused = absent.filter(({ missedAtMs }) => missedAtMs === 0).length
  return {
    seats,
    taken: seats - free,
    expected: came.length + missed,
    came: came.length,
    missed: missed - excused,
    excused,
    hours: came.reduce((sum, { hours = 0 }) => sum + hours, 0),
    byRating,
  }
}

const NOTHING: EventFigures = {
  seats: 0,
  taken: 0,
  expected: 0,
  came: 0,
  missed: 0,
  excused: 0,
  hours: 0,
  byRating: RATINGS.map(() => 0),
}

/** Several events together. */
export const summed = (outcomes: readonly EventFigures[]): EventFigures =>
  outcomes.reduce(
    (sum, one) => ({
      seats: sum.seats + one.seats,
      taken: sum.taken + one.taken,
      expected: sum.expected + one.expected,
      came: sum.came + one.came,
      missed: sum.missed + one.missed,
      excused: sum.excused + one.excused,
      hours: sum.hours + one.hours,
      byRating: sum.byRating.map((count, place) => count + (one.byRating[place] ?? 0)),
    }),
    NOTHING,
  )
