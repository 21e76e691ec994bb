import type { OrderDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { Outdated, type Tx, whileFree } from '../../db/transact'
import { capture, post, release } from '../../domain/ledger'
import { takeStep } from '../../domain/store/order'
import type { OrderStep, PointsMove } from '../../domain/store/states'
import type { Actor, WriteContext } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

type Inside = Pick<WriteContext<'store.cancelOrder'>, 'tx' | 'actor' | 'now' | 'broadcast'>

/**
 * The order a step is about, read before the transaction: the points that the step moves are the lock.
 * A hold ends once and a refund is given once; whoever comes second meets that and looks anew.
 */
export const fetchOrder = async ({
  store,
  input,
}: {
  store: Store
  input: { orderId: string }
}): Promise<{ order: OrderDoc | null }> => ({ order: await store.get('orders', input.orderId) })

/** The order under the transaction's eye, where no points move and so nothing else is the lock. */
export const loadOrder = async ({
  tx,
  input,
}: {
  tx: Tx
  input: { orderId: string }
}): Promise<{ order: OrderDoc | null }> => ({ order: await tx.get('orders', input.orderId) })

export const holdKeyOf = (orderId: string) => `order:${orderId}`

const NEWS_OF = {
  fulfilled: 'order_shipped',
  completed: 'order_completed',
  cancelled: 'order_cancelled',
  expired: 'order_expired',
  refunded: 'order_refunded',
} as const

/** Takes a step: order and points together. Refuses `order_moved`. */
export async function take(
  { tx, actor, now, broadcast }: Inside,
  order: OrderDoc,
  step: OrderStep,
  change: Partial<Pick<OrderDoc, 'reason' | 'shipping'>> = {},
): Promise<OrderDoc> {
  const outcome = takeStep(order, step, now, change)
  if (!outcome.ok) return refuse(outcome.code, outcome.params)
  await movePoints(tx, outcome.order, outcome.points, { actor, now })
  await tx.put('orders', outcome.order)
  if (order.userId !== actor.userId) {
    broadcast({
      to: [order.userId],
      except: null,
      // A step has no database steps to spare; the news can wait a minute.
      later: true,
      communityId: order.communityId,
      communityName: actor.community.name,
      kind: NEWS_OF[outcome.order.state],
      params: {
        item: order.itemName,
        ...(change.reason === undefined ? {} : { reason: change.reason ?? '' }),
        ...(change.shipping === undefined ? {} : { words: change.shipping ?? '' }),
      },
      target: { page: 'order', orderId: order._id },
    })
  }
  return outcome.order
}

async function movePoints(
  tx: Tx,
  order: OrderDoc,
  move: PointsMove,
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const { community } = actor
  const cause = { kind: 'order' as const, id: order._id }
  const entry = { community, cause, actor: actor.userId, at: now, params: { item: order.itemName } }
  if (move === 'capture') {
    const paid = await capture(tx, {
      ...entry,
      key: `redeemed:${order._id}`,
      reason: 'redeemed',
      payer: order.userId,
      holdKey: holdKeyOf(order._id),
      to: 'store',
      amount: order.price,
    })
    if (!paid.ok) throw new Outdated(`the hold of ${order._id} ended: ${paid.code}`)
  } else if (move === 'release') {
    const at = { community, userId: order.userId, holdKey: holdKeyOf(order._id), at: now }
    const back = await release(tx, at)
    if (back !== order.price) throw new Outdated(`the hold of ${order._id} ended`)
  } else if (move === 'giveBack') {
    // A key that is taken: somebody else gave it back meanwhile.
    await whileFree(
      post(tx, {
        ...entry,
        key: `refunded:${order._id}`,
        reason: 'refunded',
        from: 'store',
        to: { userId: order.userId },
        amount: order.price,
      }),
    )
  }
}
