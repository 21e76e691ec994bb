import type { Streak } from '../../../types/checkin'
import { addDays, daysBetween } from './calendar-day'

/**
 * What a check-in says of streaks: as of its writing, the run that ends on `ends` was `length` days
 * long and the best so far had `best`. Check-ins are never taken back, so this stays true as "at least".
 */
export type Mark = { day: string; run: { ends: string; length: number; best: number } }

/**
 * How many of the latest check-ins are read to know a streak of any length: each carries how long its
 * run was. More than the days in which a missed one may still be filled in, so that whatever a make-up
 * changes lies among those read.
 */
export const MARKS_READ = 64

/** The length of the run that ends on each of these days. */
function runLengths(days: readonly string[], marks: readonly Mark[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const { run } of marks) {
    known.set(run.ends, Math.max(run.length, known.get(run.ends) ?? 0))
  }
  const lengths = new Map<string, number>()
  for (const day of [...days].sort()) {
    const counted = (lengths.get(addDays(day, -1)) ?? 0) + 1
    lengths.set(day, Math.max(counted, known.get(day) ?? 0))
  }
  return lengths
}

/** The streak of somebody whose latest check-ins are these, as of a day. */
export function streakOf(marks: readonly Mark[], today: string): Streak {
  const lengths = runLengths(
    marks.map(({ day }) => day),
    marks,
  )
  const best = Math.max(0, ...lengths.values(), ...marks.map(({ run }) => run.best))
  const doneToday = lengths.has(today)
  const last = [...lengths.keys()].sort().at(-1)
  if (last === undefined) return { length: 0, since: null, doneToday, best, lost: null }
  const isRunning = daysBetween(last, today) <= 1
  const length = isRunning ? (lengths.get(last) ?? 0) : 0
  const since = length > 0 ? addDays(last, 1 - length) : null
  return { length, since, doneToday, best, lost: lostBefore(lengths, since ?? today) }
}

/** How the streak before this day was lost; null when there was none, or none that is still read. */
function lostBefore(lengths: ReadonlyMap<string, number>, day: string): Streak['lost'] {
  const before = [...lengths.keys()]
    .filter((other) => other < day)
    .sort()
    .at(-1)
  if (before === undefined) return null
  const missedDay = addDays(before, 1)
  if (missedDay >= day) return null
  return {
    length: lengths.get(before) ?? 0,
    missedDay,
    missedCount: daysBetween(missedDay, day),
  }
}

/** What the check-in of a further day is to say: the run that it becomes part of, to its end. */
export function markFor(marks: readonly Mark[], day: string): Mark {
  const days = [...marks.map((mark) => mark.day), day]
  const lengths = runLengths(days, marks)
  let ends = day
  while (lengths.has(addDays(ends, 1))) ends = addDays(ends, 1)
  const length = lengths.get(ends) ?? 1
  const best = Math.max(length, ...marks.map(({ run }) => run.best))
  return { day, run: { ends, length, best } }
}

/** Of the milestones, those that a longer streak has newly reached. */
export const reached = <M extends { days: number }>(
  milestones: readonly M[],
  before: number,
  after: number,
): M[] => milestones.filter(({ days }) => before < days && days <= after)
