import { accountId, availableOf } from '../../domain/ledger/account'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayManage } from './policy'
import { propose } from './propose'

/**
 * Gives a member points or takes some, with a reason they read. Up to what one admin may move alone
 * in a day it is posted within a minute; above it a second admin decides first. Refuses `own_points`, `not_found`,
 * and `not_enough_points` as far as it is known now: the posting itself looks again.
 */
export const adjust = write('points.adjust', {
  fetch: async ({ store, input }) => {
    const [member, account] = await Promise.all([
      store.get('members', input.memberId),
      store.get('accounts', input.memberId),
    ])
    return { member, account }
  },
  screen: ({ input: { reason } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayManage,
  act: async (context, { member, account }) => {
    const { input, actor } = context
    const { _id: communityId } = actor.community
    if (member?.communityId !== communityId) return refuse('not_found')
    if (member._id === accountId(communityId, actor.userId)) return refuse('own_points')
    const available = account ? availableOf(account) : 0
    if (-input.amount > available) return refuse('not_enough_points', { available })
    context.audit({
      action: 'points_adjusted',
      subject: member.userId,
      params: { name: member.nickname, amount: input.amount, reason: input.reason },
    })
    return propose(context, {
      userId: member.userId,
      concerned: [member.userId],
      amount: input.amount,
      transferId: null,
      reason: input.reason,
    })
  },
})
