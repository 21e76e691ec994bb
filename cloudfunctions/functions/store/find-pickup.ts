import type { OrderDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { findPeople } from '../../domain/people'
import { isPickupCode } from '../../domain/store/pickup-code'
import { read } from '../../runtime/action'
import { isSteward } from './policy'

/** Orders of one number: chance gives a second one hardly ever. */
const FOUND_MAX = 5

/** What a code belongs to, so that the steward sees thing and person before handing over. */
export const findPickup = read('store.findPickup', {
  fetch: async ({ store, input: { communityId, code }, now }) => ({
    order: await orderOfCode(store, communityId, code, now),
  }),
  allow: isSteward,
  reply: async ({ store, actor }, { order }) => {
    if (!order) return { found: null }
    const person = await findPeople(store, actor.community, [order.userId])
    const { _id: orderId, itemName, userId } = order
    return { found: { orderId, itemName, buyer: person(userId) } }
  },
})

async function orderOfCode(
  store: Store,
  communityId: string,
  code: string,
  now: Date,
): Promise<OrderDoc | null> {
  const found = await store.find('orders', {
    where: { communityId, pickupNumber: code.slice(0, 6) },
    limit: FOUND_MAX,
  })
  const digits = code.slice(6)
  return (
    found.find(({ _id, state }) => state === 'reserved' && isPickupCode(_id, digits, now)) ?? null
  )
}
