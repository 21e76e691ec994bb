import dayjs from 'dayjs'
import { t } from './index'

/** A day `2026-11-21` as people say it: 11 月 21 日. */
export const dayInWords = (day: string): string => dayjs(day).format(t('common.dayThisYear'))

/** A month `2026-11`: 2026 年 11 月. */
export function monthInWords(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return t('checkin.month', { year, month: number })
}

/** The month after or before. */
export const monthBeside = (month: string, count: 1 | -1): string =>
  dayjs(`${month}-15`).add(count, 'month').format('YYYY-MM')
