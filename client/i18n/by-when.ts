import { lookUp, t } from './index'
import { atZone, inFull } from './time'

const DAYS_WITH_A_NAME = 7

/**
 * By when something is needed, as people say it, on the community's clock: 今天 20:00 前,
 * 周六 20:00 前; a date from a week on, and for what is past.
 */
export function byWhen(instant: string, timeZone: string, now: Date = new Date()): string {
  const at = atZone(instant, timeZone)
  const time = at.format('HH:mm')
  const today = atZone(now.toISOString(), timeZone).startOf('day')
  const days = at.startOf('day').diff(today, 'day')
  if (days < 0 || days >= DAYS_WITH_A_NAME) {
    return t('help.byDate', { date: inFull(instant, timeZone, 'minute', now) })
  }
  if (days === 0) return t('help.byToday', { time })
  if (days === 1) return t('help.byTomorrow', { time })
  return t('help.byWeekday', { day: lookUp('help', `weekday${at.day()}`), time })
}
