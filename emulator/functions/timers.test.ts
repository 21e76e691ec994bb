import { nextTime } from './timers'

/** The wall clock of Shanghai, which has no summer time. */
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-03-01T10:20:30')

/** Schedules of seven fields `s m h D M W Y` in UTC+8, and when they are due next. */
test.each([
  ['every second', '* * * * * * *', '2026-03-01T10:20:31'],
  ['every five seconds', '*/5 * * * * * *', '2026-03-01T10:20:35'],
  ['every minute', '0 */1 * * * * *', '2026-03-01T10:21:00'],
  [
    'three in the morning, of the time zone and not of the machine',
    '0 0 3 * * * *',
    '2026-03-02T03:00:00',
  ],
  ['a list of hours', '0 0 9,12,18 * * * *', '2026-03-01T12:00:00'],
  ['a range of hours', '0 30 8-10 * * * *', '2026-03-01T10:30:00'],
  ['a day of the month', '0 0 8 15 * * *', '2026-03-15T08:00:00'],
  ['the last day of a short month never comes', '0 0 0 31 4,5 * *', '2026-05-31T00:00:00'],
  ['a month by its name', '0 0 0 1 JUL * *', '2026-07-01T00:00:00'],
  ['a weekday by its name', '0 0 9 * * MON *', '2026-03-02T09:00:00'],
  ['weekdays by numbers', '0 0 9 * * 1-5 *', '2026-03-02T09:00:00'],
  ['Sunday is nought', '0 0 9 * * 0 *', '2026-03-08T09:00:00'],
  ['a day or a weekday, when both are given', '0 0 9 20 * WED *', '2026-03-04T09:00:00'],
  ['a question mark is any day', '0 0 9 ? * * *', '2026-03-02T09:00:00'],
  ['a year', '0 0 0 1 1 * 2028', '2028-01-01T00:00:00'],
  ['years in a range and a list', '0 0 0 1 1 * 2024-2025,2027', '2027-01-01T00:00:00'],
  ['a leap day', '0 0 0 29 2 * *', '2028-02-29T00:00:00'],
])('a timer: %s', (_, cron, expected) => {
  expect(nextTime(cron, now)).toBe(at(expected))
})

test.each([
  ['over', '0 0 0 1 1 * 2020'],
  ['of six fields', '0 0 3 * * *'],
  ['of eight fields', '0 0 3 * * * * *'],
  ['with an hour that no day has', '0 0 25 * * * *'],
  ['with a word', 'now 0 3 * * * *'],
  ['with a year that is none', '0 0 3 * * * soon'],
  ['empty', ''],
])('a timer that is %s never fires', (_, cron) => {
  expect(nextTime(cron, now)).toBeUndefined()
})
