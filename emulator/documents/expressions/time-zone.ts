import { requestFailed } from '../../codes'

/** A moment as clocks of one zone show it. `weekday` is 0 on Sunday. */
export interface Wall {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  weekday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const fixed = /^([+-])(\d{2}):?(\d{2})?$/

/** How far the zone is ahead of UTC at a moment, in milliseconds. Refuses a zone that is unknown. */
export function offsetAt(ms: number, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const written = fixed.exec(zone)
  if (written !== null) {
    const minutes = Number(written[2]) * 60 + Number(written[3] ?? 0)
    return (written[1] === '-' ? -minutes : minutes) * 60_000
  }
  const parts: Record<string, number> = {}
  for (const { type, value } of format(zone).formatToParts(ms)) parts[type] = Number(value)
  const shown = utc(
    parts.year ?? 0,
    parts.month ?? 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  )
  return shown - Math.floor(ms / 1000) * 1000
}

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, made)
    return made
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  }
}

/** Like `Date.UTC`, for the years 0 to 99 too. Parts may be outside of their usual range. */
export function utc(
  year: number,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, millisecond)
  return date.getTime()
}

export function wallTime(date: Date, zone: string): Wall {
  const local = new Date(date.getTime() + offsetAt(date.getTime(), zone))
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    weekday: local.getUTCDay(),
  }
}

/** The moment at which clocks of a zone show what `utc` made of its parts. */
export function fromWall(shownMs: number, zone: string): Date {
  const guess = shownMs - offsetAt(shownMs, zone)
  // Near a change of clocks the offset of the guess is the right one.
  return new Date(shownMs - offsetAt(guess, zone))
}

/** 1 on the first of January. */
export function dayOfYear({ year, month, day }: Wall): number {
  return Math.round((utc(year, month, day) - utc(year)) / 86_400_000) + 1
}

/** Weeks begin on Sundays; the days before the first one are week 0. */
export function week(wall: Wall): number {
  return Math.floor((dayOfYear(wall) + 6 - wall.weekday) / 7)
}

/** 1 on Monday, 7 on Sunday. */
export function isoWeekday({ weekday }: Wall): number {
  return weekday === 0 ? 7 : weekday
}

/** The week of ISO 8601 and the year it belongs to: that of its Thursday. */
export function isoWeek(wall: Wall): { year: number; week: number } {
  const thursday = new Date(utc(wall.year, wall.month, wall.day + 4 - isoWeekday(wall)))
  const year = thursday.getUTCFullYear()
  return { year, week: Math.floor((thursday.getTime() - utc(year)) / (7 * 86_400_000)) + 1 }
}

/** The Monday of an ISO week as if clocks showed UTC; weeks outside of the year carry over. */
export function isoWeekStart(year: number, isoWeekNumber: number): number {
  const fourth = new Date(utc(year, 1, 4))
  const weekday = fourth.getUTCDay() === 0 ? 7 : fourth.getUTCDay()
  return utc(year, 1, 4 + 1 - weekday + (isoWeekNumber - 1) * 7)
}
