import type { Person } from '../../../types/shape'
import type { ItemCard, OrderCard, OrderDetail } from '../../../types/store'
import type { CommunityDoc, ItemDoc, OrderDoc } from '../../db/documents'
import { levelNeededOf } from '../../domain/recognition/levels'
import { isPossible } from '../../domain/store/order'
import { leftOf } from '../../domain/store/units'
import type { Actor } from '../../runtime/action'
import { mayReveal, mayTake } from './policy'

/** Whether an item can be had now, leaving aside who asks. */
export function standingOf(
  item: ItemDoc,
  left: number | null,
  now: Date,
): Exclude<ItemCard['standing'], 'limitReached'> {
  if (item.opensAt && now < item.opensAt) return 'soon'
  if (item.closesAt && now >= item.closesAt) return 'over'
  return left === 0 ? 'soldOut' : 'open'
}

export function itemCardOf(
  item: ItemDoc,
  takenCount: number,
  {
    community,
    now,
    addresses,
  }: { community: CommunityDoc; now: Date; addresses: ReadonlyMap<string, string> },
): ItemCard {
  const left = leftOf(item, takenCount)
  return {
    itemId: item._id,
    kind: item.kind,
    name: item.name,
    price: item.price,
    left,
    standing: standingOf(item, left, now),
    levelNeeded: levelNeededOf(community, item),
    opensAt: item.opensAt?.toISOString() ?? null,
    closesAt: item.closesAt?.toISOString() ?? null,
    shown: item.shown,
    picture: item.picture === null ? null : (addresses.get(item.picture) ?? null),
  }
}

export const orderCardOf = (order: OrderDoc, buyer: Person, viewerId: string): OrderCard => ({
  orderId: order._id,
  itemId: order.itemId,
  itemName: order.itemName,
  kind: order.kind,
  price: order.price,
  state: order.state,
  buyer,
  own: order.userId === viewerId,
  createdAt: order.createdAt.toISOString(),
  changedAt: order.changedAt.toISOString(),
})

const STEPS = ['cancel', 'receive', 'ship', 'refund'] as const

/** What this person may do with the order next. */
export function actsOf(order: OrderDoc, actor: Actor): OrderDetail['acts'] {
  const steps = STEPS.filter(
    (step) => isPossible(order, step) && mayTake(step)(actor, { order }) === true,
  )
  return mayReveal(actor, { order }) === true ? [...steps, 'reveal'] : steps
}
