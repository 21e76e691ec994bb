import { reversalId } from '../../domain/ledger/book'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayManage } from './policy'
import { propose } from './propose'

/**
 * Takes a transfer back, under the same limit as an adjustment. Refuses `transfer_taken_back`,
 * `transfer_of_order`, because a refund would give the same points a second time, and
 * `own_points` when one of its sides is the actor's.
 */
export const reverse = write('points.reverse', {
  fetch: async ({ store, input: { communityId, transferId } }) => {
    const [transfer, reversal] = await Promise.all([
      store.get('transfers', transferId),
      store.get('transfers', reversalId(communityId, transferId)),
    ])
    return { transfer, reversal }
  },
  screen: ({ input: { reason } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayManage,
  act: async (context, { transfer, reversal }) => {
    const { input, actor } = context
    const { _id: communityId } = actor.community
    if (transfer?.communityId !== communityId) return refuse('not_found')
    if (reversal !== null || transfer.reverses !== null) return refuse('transfer_taken_back')
    if (transfer.cause.kind === 'order') return refuse('transfer_of_order')
    const concerned = transfer.accounts.map((account) => account.slice(communityId.length + 1))
    if (concerned.includes(actor.userId)) return refuse('own_points')
    const first = transfer.postings.find(({ account }) => account === transfer.accounts[0])
    const amount = 0 - (first?.amount ?? 0)
    context.audit({
      action: 'points_taken_back',
      subject: concerned[0] ?? '',
      params: { reason: input.reason },
    })
    return propose(context, {
      userId: concerned[0] ?? '',
      concerned,
      amount,
      transferId: transfer._id,
      reason: input.reason,
    })
  },
})
