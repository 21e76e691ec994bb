import {
  PRESSING_DAYS,
  PRESSING_MAX,
  STANDING_MAX,
  URGENCIES,
  URGENCY_BOUNDS,
  type Urgency,
} from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'

/**
 * How much one member may have at a time is held by keys: a request that looks for somebody holds one
 * of its urgency's numbered places (`1-02`), a standing offer one of its own (`07`), and a place is a
 * unique key of its member. So two posts at the same instant cannot pass a bound, whatever was counted
 * before. What holds none has a text that sorts behind every place.
 */
export const NO_PLACE = 'x'
export const noPlace = (id: string): string => `${NO_PLACE}${id}`

const numbered = (n: number, digits: number) => String(n).padStart(digits, '0')

/** All places for requests of one urgency. */
const placesFor = (urgency: Urgency): string[] =>
  Array.from(
    { length: URGENCY_BOUNDS[urgency].openMax },
    (_, n) => `${URGENCIES.indexOf(urgency)}-${numbered(n, 2)}`,
  )

/** All places that one member's requests can hold. */
export const PLACES_MAX = URGENCIES.flatMap(placesFor).length

const STANDING_PLACES = Array.from({ length: STANDING_MAX }, (_, n) => numbered(n, 2))

/** One of what is left of `places`, any: who comes at the same moment rarely picks the same. */
function anyOf(places: readonly string[], taken: readonly string[]): string | null {
  const gone = new Set(taken)
  const free = places.filter((place) => !gone.has(place))
  return free[Math.floor(Math.random() * free.length)] ?? null
}

export const freeStandingPlace = (taken: readonly string[]): string | null =>
  anyOf(STANDING_PLACES, taken)

type Holder = Pick<RequestDoc, '_id' | 'place' | 'deadline'>

/**
 * The requests of this urgency that have to give up their place for another one: all places are held,
 * and these are past their deadline, which the timer has not come to yet.
 */
export function overdueHolders(
  urgency: Urgency,
  holders: readonly Holder[],
  now: Date,
): readonly Holder[] {
  const places = placesFor(urgency)
  const held = holders.filter(({ place }) => places.includes(place))
  return held.length < places.length ? [] : held.filter(({ deadline }) => deadline <= now)
}

/** A place for one more request of this urgency; null when there is none. */
export function freePlace(urgency: Urgency, holders: readonly Holder[], now: Date): string | null {
  const gone = overdueHolders(urgency, holders, now)
  const taken = holders.filter((holder) => !gone.includes(holder))
  return anyOf(
    placesFor(urgency),
    taken.map(({ place }) => place),
  )
}

const DAY_MS = 86_400_000

/**
 * The number of a member's next pressing request, also a unique key of theirs; null when PRESSING_MAX
 * before it fall into PRESSING_DAYS. `last`: the latest PRESSING_MAX of them, the latest first.
 */
export function nextTurn(
  last: readonly Pick<RequestDoc, 'turn' | 'createdAt'>[],
  now: Date,
): string | null {
  const since = now.getTime() - PRESSING_DAYS * DAY_MS
  const lately = last.filter(({ createdAt }) => createdAt.getTime() > since)
  if (lately.length >= PRESSING_MAX) return null
  return numbered(Number(last[0]?.turn ?? 0) + 1, 8)
}
