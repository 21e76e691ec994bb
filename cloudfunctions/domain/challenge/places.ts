/**
 * Places in a challenge are texts, `0007`, each a unique key of it: so there are never more people
 * than places, whatever happens at once. Who has left keeps a text that is no place.
 */
const slotAt = (n: number) => String(n).padStart(4, '0')

export const freeSlots = (capacity: number, taken: readonly string[]): string[] => {
  const gone = new Set(taken)
  return Array.from({ length: capacity }, (_, n) => slotAt(n)).filter((slot) => !gone.has(slot))
}

/** For one who has left; sorts behind every place. */
export const NO_SLOT = 'x'
export const noSlot = (userId: string): string => `${NO_SLOT}${userId}`

/**
 * What the ranking is ordered by and its cursor: the days, then the person, whose id is a hash, so
 * that nobody stands first among equals for a name. Empty for one who has left.
 */
export const scoreOf = (days: number, userId: string): string =>
  `${String(days).padStart(3, '0')}:${userId}`

/** All scores of more days lie behind this. */
export const aboveScore = (days: number): string => `${String(days).padStart(3, '0')}~`

/**
 * The places of a stretch of the ranking: equal days, equal place, and the next place counts everybody
 * before it. `ahead`: how many stand before the stretch; `above`: how many have more days than its first.
 */
export function placesOf(
  days: readonly number[],
  { ahead, above }: { ahead: number; above: number },
): number[] {
  const places: number[] = []
  for (const [n, count] of days.entries()) {
    const before = places[n - 1]
    const isEqual = before !== undefined && count === days[n - 1]
    places.push(n === 0 ? above + 1 : isEqual ? before : ahead + n + 1)
  }
  return places
}
