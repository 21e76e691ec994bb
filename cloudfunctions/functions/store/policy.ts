import type { RefusalCode } from '../../../types/errors'
import type { ItemDoc, OrderDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { OrderStep } from '../../domain/store/states'
import { ORDER_WAYS } from '../../domain/store/states'
import type { Actor } from '../../runtime/action'

/** The store is the whole community's. */
export const anyMember = (): boolean => true

export const isKeeper = ({ member }: Actor): boolean => has(member.role, 'keepStore')

export const isSteward = ({ member }: Actor): boolean => has(member.role, 'handOver')

export const mayKeep = (actor: Actor): boolean => isKeeper(actor)

/** A thing of another community does not exist. */
const isOurs = (actor: Actor, thing: { communityId: string } | null): boolean =>
  thing?.communityId === actor.community._id

/** An item is seen when it is shown, and by its keepers always. */
export const maySee = (actor: Actor, { item }: { item: ItemDoc | null }): boolean | RefusalCode =>
  item !== null && isOurs(actor, item) && (item.shown || isKeeper(actor)) ? true : 'not_found'

export function mayKeepItem(
  actor: Actor,
  { item }: { item: ItemDoc | null },
): boolean | RefusalCode {
  if (!isKeeper(actor)) return false
  return isOurs(actor, item) ? true : 'not_found'
}

/** An order is its buyer's and the keepers'. To others it does not exist. */
export const maySeeOrder = (
  actor: Actor,
  { order }: { order: OrderDoc | null },
): boolean | RefusalCode =>
  order !== null && isOurs(actor, order) && (order.userId === actor.userId || isKeeper(actor))
    ? true
    : 'not_found'

/** A step is its parties', as the table of ways says. */
export const mayTake =
  (step: OrderStep) =>
  (actor: Actor, { order }: { order: OrderDoc | null }): boolean | RefusalCode => {
    if (order === null || !isOurs(actor, order)) return 'not_found'
    const parties = ORDER_WAYS[step].by
    const isParty =
      (parties.includes('buyer') && order.userId === actor.userId) ||
      (parties.includes('keeper') && isKeeper(actor)) ||
      (parties.includes('steward') && isSteward(actor))
    if (!isParty) return order.userId === actor.userId || isKeeper(actor) ? false : 'not_found'
    return true
  }

/** Stewards hand over, and never to themselves. */
export function mayHandOver(
  actor: Actor,
  { order }: { order: OrderDoc | null },
): boolean | RefusalCode {
  if (!isSteward(actor)) return false
  if (order === null || !isOurs(actor, order)) return 'not_found'
  return order.userId === actor.userId ? 'own_order' : true
}

/** A code or resource is its buyer's alone; an address is also for who sends the thing. */
export function mayReveal(
  actor: Actor,
  { order }: { order: OrderDoc | null },
): boolean | RefusalCode {
  if (order === null || !isOurs(actor, order)) return 'not_found'
  const isBuyer = order.userId === actor.userId
  if (!isBuyer && !isKeeper(actor)) return 'not_found'
  if (order.kind === 'shipped') {
    return isBuyer || order.state === 'reserved' || order.state === 'fulfilled'
  }
  return (
    isBuyer && order.state === 'completed' && order.kind !== 'privilege' && order.kind !== 'pickup'
  )
}
