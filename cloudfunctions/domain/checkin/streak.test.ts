import * as fc from 'fast-check'
import { MAKE_UP_DAYS_BACK } from '../../../types/checkin'
import { dayOf } from '../days'
import { addDays, daysBetween } from './calendar-day'
import { MARKS_READ, type Mark, markFor, streakOf } from './streak'

const START = '2026-01-31'

/** Counted from the whole history, as a child would. */
function counted(days: ReadonlySet<string>, today: string) {
  const lengthTo = (day: string): number => (days.has(day) ? lengthTo(addDays(day, -1)) + 1 : 0)
  const length = days.has(today) ? lengthTo(today) : lengthTo(addDays(today, -1))
  const best = Math.max(0, ...[...days].map(lengthTo))
  return { length, best, lengthTo }
}

const latest = (marks: readonly Mark[]) =>
  [...marks].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MARKS_READ)

/** What a member does from one day to the next: comes or not, and fills in days that they missed. */
const life = fc.array(
  fc.record({
    comes: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.boolean()),
    fillsIn: fc.array(fc.integer({ min: 1, max: MAKE_UP_DAYS_BACK }), { maxLength: 2 }),
    reads: fc.constantFrom<'all' | 'before'>('all', 'all', 'all', 'before'),
  }),
  { minLength: 1, maxLength: 260 },
)

test('a streak of any length is what counting every day gives, whatever was filled in later', () => {
  fc.assert(
    fc.property(life, (days) => {
      const marks: Mark[] = []
      const done = new Set<string>()
      let today = START
      const add = (day: string, seen: readonly Mark[]) => {
        if (done.has(day)) return
        marks.push(markFor(latest(seen), day))
        done.add(day)
      }
      for (const { comes, fillsIn, reads } of days) {
        const before = [...marks]
        if (comes) add(today, marks)
        // Two phones at once: the make-up may not have seen the check-in, nor one make-up the other.
        for (const back of fillsIn) add(addDays(today, -back), reads === 'all' ? marks : before)
        const { length, best } = counted(done, today)
        const streak = streakOf(latest(marks), today)
        expect({ length: streak.length, doneToday: streak.doneToday }).toEqual({
          length,
          doneToday: done.has(today),
        })
        expect(streak.best).toBe(best)
        expect(streak.since).toBe(length === 0 ? null : sinceOf(done, today, length))
        today = addDays(today, 1)
      }
    }),
    { numRuns: 150 },
  )
})

const sinceOf = (done: ReadonlySet<string>, today: string, length: number) =>
  addDays(done.has(today) ? today : addDays(today, -1), 1 - length)

test('a lost streak names the day that was missed and how many', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      (first, missed, second) => {
        const marks: Mark[] = []
        const come = (from: string, count: number) => {
          for (let n = 0; n < count; n++) marks.push(markFor(latest(marks), addDays(from, n)))
        }
        come(START, first)
        const missedDay = addDays(START, first)
        come(addDays(missedDay, missed), second)
        const today = addDays(missedDay, missed + Math.max(0, second - 1))
        expect(streakOf(latest(marks), today)).toMatchObject({
          length: second,
          lost: { length: first, missedDay, missedCount: missed },
        })
      },
    ),
  )
})

test('yesterday’s streak stands until today is over, and nothing is lost yet', () => {
  const marks = [markFor([], START)]
  expect(streakOf(marks, addDays(START, 1))).toMatchObject({
    length: 1,
    doneToday: false,
    lost: null,
  })
  expect(streakOf(marks, addDays(START, 2))).toMatchObject({
    length: 0,
    since: null,
    lost: { length: 1, missedDay: addDays(START, 1), missedCount: 1 },
  })
  expect(streakOf([], START)).toEqual({
    length: 0,
    since: null,
    doneToday: false,
    best: 0,
    lost: null,
  })
})

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'UTC',
)
const HOUR_MS = 3_600_000

test('hour by hour through clock changes every day comes once, in order, and none is skipped', () => {
  fc.assert(
    fc.property(
      zones,
      fc.date({
        min: new Date('2015-01-01'),
        max: new Date('2035-01-01'),
        noInvalidDate: true,
      }),
      (zone, from) => {
        let before = dayOf(from, zone)
        for (let hour = 1; hour <= 60; hour++) {
          const day = dayOf(new Date(from.getTime() + hour * HOUR_MS), zone)
          expect([before, addDays(before, 1)]).toContain(day)
          before = day
        }
      },
    ),
  )
})

test('who comes once every day of the zone keeps the streak, at whatever hour, over clock changes', () => {
  fc.assert(
    fc.property(
      zones,
      fc.constantFrom('2026-03-05', '2026-03-25', '2026-10-20', '2026-11-01', '2026-04-02'),
      fc.array(fc.integer({ min: 0, max: 22 }), { minLength: 12, maxLength: 12 }),
      (zone, first, hours) => {
        const marks: Mark[] = []
        const startMs = startOf(first, zone)
        const days = new Set<string>()
        for (const [n, hour] of hours.entries()) {
          const today = addDays(first, n)
          const at = new Date(startOf(today, zone) + hour * HOUR_MS)
          expect(at.getTime()).toBeGreaterThanOrEqual(startMs)
          const day = dayOf(at, zone)
          expect(day).toBe(today)
          days.add(day)
          marks.push(markFor(latest(marks), day))
        }
        const last = addDays(first, hours.length - 1)
        expect(streakOf(latest(marks), last).length).toBe(days.size)
      },
    ),
  )
})

/** The first instant of a day in a zone, found by looking. */
function startOf(day: string, zone: string): number {
  let low = Date.parse(`${addDays(day, -2)}T00:00:00Z`)
  let high = Date.parse(`${addDays(day, 2)}T00:00:00Z`)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(new Date(middle), zone) >= day) high = middle
    else low = middle
  }
  return high
}

test('days are reckoned by the calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
})
