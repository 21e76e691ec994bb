import type { AdjustmentDoc } from '../../db/documents'
import { dayOf } from '../../domain/days'
import { rulesOf } from '../../domain/ledger/rules'
import type { WriteContext } from '../../runtime/action'

type Context = WriteContext<'points.adjust' | 'points.reverse'>

/** Writes down what is to be adjusted: approved when one admin is enough, else for a second to decide. */
export async function propose(
  context: Context,
  what: Pick<AdjustmentDoc, 'userId' | 'concerned' | 'amount' | 'transferId' | 'reason'>,
): Promise<{ state: AdjustmentDoc['state'] }> {
  const { tx, actor, now, newId } = context
  const id = newId('adjustment')
  const state = (await mayAlone(context, Math.abs(what.amount))) ? 'approved' : 'pending'
  await tx.create('adjustments', {
    _id: id,
    v: 1,
    createdAt: now,
    communityId: actor.community._id,
    ...what,
    state,
    order: id,
    postAt: state === 'approved' ? now : null,
    proposedBy: actor.userId,
    decidedBy: null,
    decidedAt: null,
    declineReason: null,
  })
  return { state }
}

/**
 * Whether one admin is enough, and then counts it: all that they move alone on a day, given and
 * taken together, stays within the published limit. Many small ones are no way round it.
 */
async function mayAlone({ tx, actor, now }: Context, points: number): Promise<boolean> {
  const { community, userId } = actor
  const _id = `${community._id}:${userId}:${dayOf(now, community.timeZone)}`
  const day = await tx.get('adjustmentDays', _id)
  const alone = (day?.alone ?? 0) + points
  if (alone > rulesOf(community).adjustAloneMax) return false
  const created = { _id, v: 1, createdAt: now, communityId: community._id } as const
  await tx.put('adjustmentDays', { ...(day ?? created), alone })
  return true
}
