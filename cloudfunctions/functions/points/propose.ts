import type { AdjustmentDoc } from '../../db/documents'
import type { WriteContext } from '../../runtime/action'

/** Writes down what is to be adjusted: approved when one admin is enough, else for a second to decide. */
export async function propose(
  { tx, actor, now, newId }: WriteContext<'points.adjust' | 'points.reverse'>,
  alone: boolean,
  what: Pick<AdjustmentDoc, 'userId' | 'concerned' | 'amount' | 'transferId' | 'reason'>,
): Promise<{ state: AdjustmentDoc['state'] }> {
  const id = newId('adjustment')
  const state = alone ? 'approved' : 'pending'
  await tx.create('adjustments', {
    _id: id,
    v: 1,
    createdAt: now,
    communityId: actor.community._id,
    ...what,
    state,
    order: id,
    proposedBy: actor.userId,
    decidedBy: null,
    declineReason: null,
  })
  return { state }
}
