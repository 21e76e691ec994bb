import { MAKE_UP_DAYS_BACK, MAKE_UPS_A_MONTH } from '../../../types/checkin'
import type { CheckinDoc, OrderDoc } from '../../db/documents'
import { monthOf } from '../days'
import { addDays } from './calendar-day'

/** Where a member stands: the day it is, since when they belong here, and the community's clock. */
export type Standing = { today: string; memberSince: string; timeZone: string }

/** Whether an order is a make-up card: of the privileges only one is. */
export const isCard = ({
  kind,
  privilege = 'makeUpCard',
}: Pick<OrderDoc, 'kind' | 'privilege'>): boolean =>
  kind === 'privilege' && privilege === 'makeUpCard'

/** Days without a check-in that may be made up for, the latest first. */
export function missedDays(
  checkins: readonly CheckinDoc[],
  { today, memberSince }: Standing,
): string[] {
  const done = new Set(checkins.map(({ day }) => day))
  return Array.from({ length: MAKE_UP_DAYS_BACK }, (_, back) => addDays(today, -1 - back)).filter(
    (day) => day >= memberSince && !done.has(day),
  )
}

/** The slots of this month's make-ups that are still free: as many as may still be made. */
export function freeSlots(
  checkins: readonly CheckinDoc[],
  { today, timeZone }: Standing,
): string[] {
  const month = today.slice(0, 7)
  const taken = new Set(
    checkins
      .filter(({ kind, createdAt }) => kind === 'madeUp' && monthOf(createdAt, timeZone) === month)
      .map(({ slot }) => slot),
  )
  return Array.from({ length: MAKE_UPS_A_MONTH }, (_, n) => `${month}#${n}`).filter(
    (slot) => !taken.has(slot),
  )
}
