import { t } from './index'
import { atZone, fromZone } from './time'

/** The usual answers to "by when": instants (ISO, UTC) on the community's clock, all ahead of now. */
export function quickTimes(now: string, timeZone: string): { value: string; label: string }[] {
  const today = atZone(now, timeZone)
  const at = (days: number, time: string) =>
    fromZone(today.add(days, 'day').format('YYYY-MM-DD'), time, timeZone)
  const tonight = at(0, '20:00')
  return [
    // Offered while there is time left for somebody to help.
    ...(Date.parse(tonight) - Date.parse(now) > 2 * 3_600_000
      ? [{ value: tonight, label: t('common.tonight') }]
      : []),
    { value: at(1, '12:00'), label: t('common.tomorrowNoon') },
    { value: at(1, '20:00'), label: t('common.tomorrowNight') },
    { value: at(3, '20:00'), label: t('common.inThreeDays') },
    { value: at(7, '20:00'), label: t('common.inAWeek') },
  ]
}
