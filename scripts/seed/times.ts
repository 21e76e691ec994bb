import type { Deadline, Moment } from './story'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** The demo's communities live by Chinese time, which knows no summer time. */
const ZONE_MS = 8 * 60 * MINUTE

/** Milliseconds of a moment of the story, told at `nowMs`. Never later than that. */
export function momentMs(moment: Moment, nowMs: number): number {
  if ('minutesAgo' in moment) return nowMs - moment.minutesAgo * MINUTE
  const [daysAgo, clock] = moment
  return Math.min(onDay(-daysAgo, clock, nowMs), nowMs)
}

/** Milliseconds of a deadline of the story, told at `nowMs`. */
export function deadlineMs(deadline: Deadline, nowMs: number): number {
  if ('hoursAhead' in deadline) return nowMs + deadline.hoursAhead * 60 * MINUTE
  if ('minutesAgo' in deadline || typeof deadline[0] === 'number') {
    return momentMs(deadline as Moment, nowMs)
  }
  return onDay(Number(deadline[0]), deadline[1], nowMs)
}

function onDay(days: number, clock: string, nowMs: number): number {
  const midnight = Math.floor((nowMs + ZONE_MS) / DAY) * DAY - ZONE_MS
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return midnight + days * DAY + (hours * 60 + minutes) * MINUTE
}
