import type { Award, EarnRule, PointsRules } from '../../../types/points'
import type { AccountDoc, CommunityDoc } from '../../db/documents'
import { addMonths, dayOf, monthOf } from '../days'
import { FOR_EVER } from './lots'

/** What every community starts with, until it publishes its own. */
export const FIRST_RULES: PointsRules = {
  version: 1,
  awards: {
    help_confirmed: { amount: 10, perDay: 40, perMonth: 300 },
    check_in: { amount: 2, perDay: 2, perMonth: null },
    streak_7: { amount: 5, perDay: null, perMonth: 20 },
    streak_30: { amount: 20, perDay: null, perMonth: 20 },
    streak_100: { amount: 60, perDay: null, perMonth: 60 },
    challenge_completed: { amount: 15, perDay: null, perMonth: 60 },
    event_attended: { amount: 5, perDay: 10, perMonth: 60 },
    volunteered: { amount: 10, perDay: 20, perMonth: 120 },
    // The quiz stands before the first post anyway: a community may reward it, none has to.
    quiz_passed: { amount: 0, perDay: null, perMonth: null },
  },
  makeUpPrice: 10,
  expiryMonths: 12,
  adjustAloneMax: 100,
}

/** The rules in force; a rule that came with a later version of the product is as it came. */
export const rulesOf = ({ points = FIRST_RULES }: CommunityDoc): PointsRules => ({
  ...points,
  awards: { ...FIRST_RULES.awards, ...points.awards },
})

/** The month to whose end points that come in now are good. */
export function expiryOf(community: CommunityDoc, at: Date): string {
  const { expiryMonths } = rulesOf(community)
  return expiryMonths === null ? FOR_EVER : addMonths(monthOf(at, community.timeZone), expiryMonths)
}

/** Two people may earn in full through each other so often within PAIR_DAYS; then each time half as much. */
export const PAIR_DAYS = 30
export const PAIR_FREE = 2
/** From here on nothing: an eighth would be the next. */
const PAIR_MAX = 4

/**
 * How much of an award, in percent, is given when the same two people have earned through each other
 * `before` times in the last PAIR_DAYS days, whichever of them helped: 100, 100, 50, 25, then 0.
 */
export function sharePercent(before: number): number {
  if (before >= PAIR_MAX) return 0
  return before < PAIR_FREE ? 100 : 100 / 2 ** (before - PAIR_FREE + 1)
}

type Earned = AccountDoc['earned']

/**
 * What an award comes to after share and caps, and the account's count with it. An account's day never
 * goes back: of two calls around midnight the later one may carry the earlier clock, and a count that
 * began anew with each change of day would be no cap.
 */
export function capped(
  { earned }: Pick<AccountDoc, 'earned'>,
  rule: EarnRule,
  award: Award,
  share: number,
  at: { day: string; month: string },
): { amount: number; earned: Earned } {
  const { day, month } = at.day < earned.day ? earned : at
  const onDay = earned.day === day ? earned.onDay : {}
  const inMonth = earned.month === month ? earned.inMonth : {}
  const today = onDay[rule] ?? 0
  const thisMonth = inMonth[rule] ?? 0
  const amount = Math.max(
    0,
    Math.min(
      Math.floor((award.amount * share) / 100),
      (award.perDay ?? Number.MAX_SAFE_INTEGER) - today,
      (award.perMonth ?? Number.MAX_SAFE_INTEGER) - thisMonth,
    ),
  )
  return {
    amount,
    earned: {
      day,
      month,
      onDay: { ...onDay, [rule]: today + amount },
      inMonth: { ...inMonth, [rule]: thisMonth + amount },
    },
  }
}

/** The day and month that caps are counted in: those in which the points are posted. */
export const capPeriod = ({ timeZone }: CommunityDoc, at: Date) => ({
  day: dayOf(at, timeZone),
  month: monthOf(at, timeZone),
})
