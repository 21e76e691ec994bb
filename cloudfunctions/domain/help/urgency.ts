import {
  type RequestState,
  URGENCIES,
  URGENCY_BOUNDS,
  type Urgency,
} from '../../../types/help-rules'

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
