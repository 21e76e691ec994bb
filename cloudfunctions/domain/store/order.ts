import { type OrderState, PICKUP_DAYS, RECEIVE_DAYS } from '../../../types/store'
import type { ItemDoc, OrderDoc } from '../../db/documents'
import { BEGINNINGS, ORDER_WAYS, type OrderStep, type PointsMove } from './states'
import { freed } from './units'

const DAY_MS = 86_400_000

/** The order after a step and what becomes of its points; or that it may not be taken. */
export type Outcome =
  | {
      ok: true
      order: OrderDoc & { state: Exclude<OrderState, 'reserved'> }
      points: PointsMove
    }
  | { ok: false; code: 'order_moved'; params: { state: string } }

/** One redemption of one piece. */
export function newOrder(
  item: ItemDoc,
  given: Pick<OrderDoc, '_id' | 'userId' | 'unit' | 'nth' | 'secret'>,
  now: Date,
): OrderDoc {
  const { state } = BEGINNINGS[item.kind]
  return {
    v: 1,
    createdAt: now,
    communityId: item.communityId,
    itemId: item._id,
    itemName: item.name,
    kind: item.kind,
    price: item.price,
    state,
    pickupNumber: item.kind === 'pickup' ? given._id.slice(-6) : null,
    pickupWhere: item.pickupWhere,
    shipping: null,
    reason: null,
    ...(item.privilege === null ? {} : { privilege: item.privilege }),
    usedAt: null,
    changedAt: now,
    history: [{ state, at: now }],
    dueAt: item.kind === 'pickup' ? new Date(now.getTime() + PICKUP_DAYS * DAY_MS) : null,
    ...given,
  }
}

export const isPossible = ({ kind, state }: OrderDoc, step: OrderStep): boolean =>
  ORDER_WAYS[step].kinds.includes(kind) && ORDER_WAYS[step].from.includes(state)

/** Moves an order along the table. */
export function takeStep(
  order: OrderDoc,
  step: OrderStep,
  now: Date,
  change: Partial<Pick<OrderDoc, 'reason' | 'shipping'>> = {},
): Outcome {
  if (!isPossible(order, step)) {
    return { ok: false, code: 'order_moved', params: { state: order.state } }
  }
  const { to, points, freesUnit } = ORDER_WAYS[step]
  const dueAt = step === 'ship' ? new Date(now.getTime() + RECEIVE_DAYS * DAY_MS) : null
  const history = [...order.history, { state: to, at: now }]
  const moved = { ...order, ...change, state: to, changedAt: now, history, dueAt }
  return { ok: true, points, order: freesUnit ? freed(moved) : moved }
}
