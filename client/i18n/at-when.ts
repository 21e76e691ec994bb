import { lookUp, t } from './index'
import { atZone, inFull } from './time'

const DAYS_WITH_A_NAME = 7

/** When something takes place, as people say it, on the community's clock: 今天 14:00, 周六 14:00; a date from a week on and for what is past. */
export function atWhen(instant: string, timeZone: string, now: Date = new Date()): string {
  const at = atZone(instant, timeZone)
  const time = at.format('HH:mm')
  const today = atZone(now.toISOString(), timeZone).startOf('day')
  const days = at.startOf('day').diff(today, 'day')
  if (days < 0 || days >= DAYS_WITH_A_NAME) return inFull(instant, timeZone, 'minute', now)
  if (days === 0) return t('event.whenToday', { time })
  if (days === 1) return t('event.whenTomorrow', { time })
  return t('event.whenWeekday', { day: lookUp('help', `weekday${at.day()}`), time })
}

/** From when to when; the day is said once when it is the same. */
export function spanOf(
  startsAt: string,
  endsAt: string,
  timeZone: string,
  now: Date = new Date(),
): string {
  const end = atZone(endsAt, timeZone)
  const isSameDay = atZone(startsAt, timeZone).format('YYYYMMDD') === end.format('YYYYMMDD')
  return t('event.whenSpan', {
    from: atWhen(startsAt, timeZone, now),
    to: isSameDay ? end.format('HH:mm') : atWhen(endsAt, timeZone, now),
  })
}
