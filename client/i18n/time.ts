import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { t } from './index'

dayjs.extend(utc)

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/**
 * Zones without summer time, in minutes east of UTC. WeChat's engines on some phones have no Intl
 * with time zones (which dayjs' own time zone plugin needs), and these are where our members live.
 */
const FIXED_MINUTES: Readonly<Record<string, number>> = {
  UTC: 0,
  'Asia/Shanghai': 480,
  'Asia/Chongqing': 480,
  'Asia/Hong_Kong': 480,
  'Asia/Macau': 480,
  'Asia/Taipei': 480,
  'Asia/Singapore': 480,
  'Asia/Kuala_Lumpur': 480,
  'Asia/Bangkok': 420,
  'Asia/Tokyo': 540,
  'Asia/Seoul': 540,
  'Asia/Urumqi': 360,
}

/** Minutes east of UTC at an instant. Where the phone cannot tell, China's time, our default. */
export function offsetMinutes(timeZone: string, at: Date): number {
  const fixed = FIXED_MINUTES[timeZone]
  if (fixed !== undefined) return fixed
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(at)
    const part = (type: string) => Number(parts.find((item) => item.type === type)?.value)
    const clock = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return Math.round((clock - at.getTime()) / MINUTE_MS)
  } catch {
    return 480
  }
}

/** An instant on the community's clock. */
export function atZone(instant: string, timeZone: string): Dayjs {
  return dayjs.utc(instant).utcOffset(offsetMinutes(timeZone, new Date(instant)))
}

/** The instant (ISO, UTC) of a day `YYYY-MM-DD` and a time `HH:mm` on the community's clock. */
export function fromZone(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`)
  // The offset at the instant we look for; taking it twice settles the hours around a change.
  let at = asUtc
  for (let round = 0; round < 2; round += 1) {
    at = asUtc - offsetMinutes(timeZone, new Date(at)) * MINUTE_MS
  }
  return new Date(at).toISOString()
}

/** A day (`day`) or a day with its time (`minute`), for what is further off than a week. */
export function inFull(
  instant: string,
  timeZone: string,
  unit: 'day' | 'minute' = 'minute',
  now: Date = new Date(),
): string {
  const at = atZone(instant, timeZone)
  const isThisYear = at.year() === atZone(now.toISOString(), timeZone).year()
  const day = at.format(t(isThisYear ? 'common.dayThisYear' : 'common.dayOtherYear'))
  return unit === 'day' ? day : `${day} ${at.format('HH:mm')}`
}

/** When something was: 刚刚, 3 分钟前, 2 天前; a date beyond a week. */
export function ago(instant: string, timeZone: string, now: Date = new Date()): string {
  const passedMs = now.getTime() - Date.parse(instant)
  if (passedMs < MINUTE_MS) return t('common.justNow')
  if (passedMs < HOUR_MS) return t('common.minutesAgo', { count: Math.floor(passedMs / MINUTE_MS) })
  if (passedMs < DAY_MS) return t('common.hoursAgo', { count: Math.floor(passedMs / HOUR_MS) })
  if (passedMs < WEEK_MS) return t('common.daysAgo', { count: Math.floor(passedMs / DAY_MS) })
  return inFull(instant, timeZone, 'day', now)
}

/** How long is left until a deadline: 还剩 5 小时; a date beyond a week; 已截止 after it. */
export function left(instant: string, timeZone: string, now: Date = new Date()): string {
  const leftMs = Date.parse(instant) - now.getTime()
  if (leftMs <= 0) return t('common.over')
  if (leftMs < HOUR_MS) return t('common.minutesLeft', { count: Math.ceil(leftMs / MINUTE_MS) })
  // Full hours and days only: nobody is promised an hour that is not there.
  if (leftMs < DAY_MS) return t('common.hoursLeft', { count: Math.floor(leftMs / HOUR_MS) })
  if (leftMs < WEEK_MS) return t('common.daysLeft', { count: Math.floor(leftMs / DAY_MS) })
  return t('common.until', { date: inFull(instant, timeZone, 'minute', now) })
}

/** Whether a deadline is so near that it deserves the waiting colour. */
export const isNear = (instant: string, now: Date = new Date()): boolean =>
  Date.parse(instant) - now.getTime() < DAY_MS
