import { type RequestState, URGENCIES, URGENCY_BOUNDS, type Urgency } from '../../../types/help'

const HOUR_MS = 3_600_000

export const isPressing = (urgency: Urgency): boolean => urgency !== 'normal'

/**
 * The place on the board: what presses more stands above, and within one urgency the newer one. Once
 * nobody is looked for, urgency is of no account any more.
 */
export function rankOf(id: string, urgency: Urgency, state: RequestState): string {
  const isLookedFor = state === 'open' || state === 'matched'
  return `${isLookedFor ? URGENCIES.indexOf(urgency) : 0}${id}`
}

/** The ranks of one urgency among requests that look for somebody: from inclusive, to exclusive. */
export function ranksOf(urgency: Urgency): { from: string; to: string } {
  const first = URGENCIES.indexOf(urgency)
  return { from: String(first), to: String(first + 1) }
}

/** The bound in hours that a deadline misses, or null when it is near enough for this urgency. */
export function tooFarFor(urgency: Urgency, deadline: Date, now: Date): number | null {
  const { aheadHoursMax } = URGENCY_BOUNDS[urgency]
  if (aheadHoursMax === null) return null
  return deadline.getTime() - now.getTime() > aheadHoursMax * HOUR_MS ? aheadHoursMax : null
}

/** The bound that one more of this urgency would pass, given the urgencies of one's open requests. */
export function tooManyOf(urgency: Urgency, open: readonly Urgency[]): number | null {
  const { openMax } = URGENCY_BOUNDS[urgency]
  if (openMax === null) return null
  const atLeast = (other: Urgency) => URGENCIES.indexOf(other) >= URGENCIES.indexOf(urgency)
  return open.filter(atLeast).length >= openMax ? openMax : null
}
