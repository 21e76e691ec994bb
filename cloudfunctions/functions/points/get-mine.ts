import { EARN_RULES } from '../../../types/points'
import { addMonths } from '../../domain/days'
import { accountId, emptyAccount } from '../../domain/ledger/account'
import { capPeriod, rulesOf } from '../../domain/ledger/rules'
import { read } from '../../runtime/action'
import { anyMember, mayManage } from './policy'

/** Lots are shown as expiring in this month and the two that follow. */
const SOON_MONTHS = 2

/** My balance, what is set aside for what, what expires soon, and what the rules gave me today. */
export const getMine = read('points.getMine', {
  fetch: ({ store, input: { communityId }, userId }) =>
    store.get('accounts', accountId(communityId, userId)),
  allow: anyMember,
  reply: async ({ actor, now }, found) => {
    const { community, userId } = actor
    const account = found ?? emptyAccount(community._id, userId, now)
    const { posted, held, lots, holds, earned } = account
    const { day, month } = capPeriod(community, now)
    const soon = addMonths(month, SOON_MONTHS)
    return {
      posted,
      held,
      available: posted - held,
      holds: holds.map(({ remaining, cause, heldAt }) => ({
        amount: remaining,
        cause,
        since: heldAt.toISOString(),
      })),
      expiring: lots.filter((lot) => lot.month <= soon),
      earned: EARN_RULES.map((rule) => ({
        rule,
        today: earned.day === day ? (earned.onDay[rule] ?? 0) : 0,
        thisMonth: earned.month === month ? (earned.inMonth[rule] ?? 0) : 0,
      })),
      rules: rulesOf(community),
      mayManage: mayManage(actor),
    }
  },
})
