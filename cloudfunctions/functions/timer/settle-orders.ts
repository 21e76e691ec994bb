import { strict as assert } from 'node:assert'
import type { CommunityDoc, OrderDoc } from '../../db/documents'
import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { release } from '../../domain/ledger'
import { takeStep } from '../../domain/store/order'
import type { OrderStep } from '../../domain/store/states'
import { now } from '../../runtime/clock'
import { hashed } from '../../runtime/ids'
import { described, log } from '../../runtime/log'

/** What the clock does to orders whose time is up, by the state they are in. */
const DUE: readonly { state: OrderDoc['state']; step: OrderStep }[] = [
  { state: 'reserved', step: 'lapse' },
  { state: 'fulfilled', step: 'receive' },
]

/**
 * Gives back what was not picked up in time and counts as received what was sent long ago, each in
 * its own transaction. Run twice or beside itself it does nothing more; one order that fails does not
 * keep the others waiting. Answers how many it settled.
 */
export async function settleOrders(limit: number): Promise<number> {
  const at = now()
  let settled = 0
  for (const { state, step } of DUE) {
    const due = await store.find('orders', {
      where: { state, dueAt: lte(at) },
      orderBy: ['dueAt', 'asc'],
      limit,
    })
    const communities = await store.getMany(
      'communities',
      due.map(({ communityId }) => communityId),
    )
    for (const order of due) {
      const community = communities.find(({ _id }) => _id === order.communityId)
      try {
        assert(community, 'an order is of a community')
        if (await settle(order._id, step, community, at)) settled += 1
      } catch (error) {
        log('error', { event: 'order.settling_failed', subject: order._id, ...described(error) })
      }
    }
  }
  return settled
}

function settle(id: string, step: OrderStep, community: CommunityDoc, at: Date): Promise<boolean> {
  return transact(async (tx) => {
    const order = await tx.get('orders', id)
    // Somebody's step may have come since the query.
    if (!order?.dueAt || at < order.dueAt) return false
    const outcome = takeStep(order, step, at)
    if (!outcome.ok) return false
    if (outcome.points === 'release') {
      const { userId, price } = order
      const back = await release(tx, { community, userId, holdKey: `order:${id}`, at })
      assert(back === price, 'a reserved order holds its price')
    }
    await tx.put('orders', outcome.order)
    if (step === 'lapse') await tx.create('receipts', promise(outcome.order, community, at))
    return true
  })
}

/** The buyer is told by the outbox job, which runs next. */
const promise = (order: OrderDoc, community: CommunityDoc, at: Date) => ({
  _id: hashed('receipt', 'lapse', order._id),
  v: 1 as const,
  createdAt: at,
  userId: '',
  action: 'timer.settleOrders',
  inputHash: '',
  reply: '{}',
  outbox: [
    {
      communityId: community._id,
      communityName: community.name,
      kind: 'order_expired' as const,
      params: { item: order.itemName },
      target: { page: 'order' as const, orderId: order._id },
      to: [order.userId],
      except: null,
    },
  ],
  earnings: [],
  sent: false,
})
