import type { AdjustmentDoc, CommunityDoc } from '../../db/documents'
import { DuplicateKey } from '../../db/failure'
import { lte, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { post, reverse } from '../../domain/ledger'
import { newMessage } from '../../domain/message'
import { now } from '../../runtime/clock'
import { orderedId } from '../../runtime/ids'
import { each } from './each'

/**
 * Posts approved adjustments, the oldest first, and tells the member. One that the points no longer
 * cover, or whose transfer was taken back meanwhile, fails and says so. Answers how many it settled.
 */
export async function postAdjustments(limit: number): Promise<number> {
  const due = await store.find('adjustments', {
    where: { postAt: lte(now()) },
    orderBy: ['postAt', 'asc'],
    limit,
  })
  return each('adjustment.failed', due, async ({ _id }, community) => {
    try {
      return await transact((tx) => settle(tx, _id, community, now()))
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
      return transact((tx) => fail(tx, _id))
    }
  })
}

async function settle(tx: Tx, id: string, community: CommunityDoc, at: Date): Promise<boolean> {
  const adjustment = await tx.get('adjustments', id)
  if (!isDue(adjustment, at)) return false
  const moved = await move(tx, adjustment, community, at)
  if (!moved.ok) {
    await tx.put('adjustments', { ...adjustment, state: 'failed', postAt: null })
    return true
  }
  await tx.put('adjustments', { ...adjustment, state: 'posted', postAt: null })
  await tx.create(
    'messages',
    newMessage({
      _id: orderedId(at, id, 'posted'),
      createdAt: at,
      userId: adjustment.userId,
      communityId: community._id,
      communityName: community.name,
      kind: 'points_adjusted',
      params: { amount: adjustment.amount, reason: adjustment.reason },
      target: { page: 'points' },
    }),
  )
  return true
}

const isDue = (adjustment: AdjustmentDoc | null, at: Date): adjustment is AdjustmentDoc =>
  adjustment !== null && adjustment.postAt !== null && adjustment.postAt <= at

function move(tx: Tx, adjustment: AdjustmentDoc, community: CommunityDoc, at: Date) {
  const { _id, userId, amount, reason, transferId, proposedBy } = adjustment
  const entry = {
    community,
    params: { words: reason },
    cause: { kind: 'adjustment' as const, id: _id },
    actor: proposedBy,
    at,
  }
  if (transferId !== null) return reverse(tx, { ...entry, reason: 'reversed', transferId })
  return post(tx, {
    ...entry,
    key: `adjusted:${_id}`,
    reason: 'adjusted',
    from: amount > 0 ? 'issuance' : { userId },
    to: amount > 0 ? { userId } : 'issuance',
    amount: Math.abs(amount),
  })
}

async function fail(tx: Tx, id: string): Promise<boolean> {
  const adjustment = await tx.get('adjustments', id)
  if (!isDue(adjustment, now())) return false
  await tx.put('adjustments', { ...adjustment, state: 'failed', postAt: null })
  return true
}
