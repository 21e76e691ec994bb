import type { OrderState } from '../../../types/store'
import type { OrderDoc } from '../../db/documents'
import { lt, type Store } from '../../db/store'
import { findPeople } from '../../domain/people'
import { type Actor, read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, mayKeep } from './policy'
import { orderCardOf } from './present'

type Filter = {
  communityId: string
  userId?: string
  state?: OrderState | undefined
  itemId?: string | undefined
  cursor?: string | null | undefined
}

/** Orders, newest first, of a community narrowed by what is given. */
export const findOrders = (
  store: Store,
  { communityId, userId, state, itemId, cursor }: Filter,
  limit: number,
): Promise<OrderDoc[]> =>
  store.find('orders', {
    where: {
      communityId,
      ...(userId === undefined ? {} : { userId }),
      ...(state === undefined ? {} : { state }),
      ...(itemId === undefined ? {} : { itemId }),
      ...(cursor ? { _id: lt(cursor) } : {}),
    },
    orderBy: ['_id', 'desc'],
    limit,
  })

/** The store's orders, for its keepers. */
export const listOrders = read('store.listOrders', {
  fetch: ({ store, input }) => findOrders(store, input, PAGE_LIMIT),
  allow: mayKeep,
  reply: ({ store, actor }, found) => pageFor(store, actor, found),
})

/** What the actor has redeemed. */
export const listMine = read('store.listMine', {
  fetch: ({ store, input, userId }) => findOrders(store, { ...input, userId }, PAGE_LIMIT),
  allow: anyMember,
  reply: ({ store, actor }, found) => pageFor(store, actor, found),
})

async function pageFor(store: Store, actor: Actor, found: readonly OrderDoc[]) {
  const { shown, next } = pageOf(found, ({ _id }) => _id)
  const buyers = shown.map(({ userId }) => userId)
  const person = await findPeople(store, actor.community, buyers)
  const items = shown.map((order) => orderCardOf(order, person(order.userId), actor.userId))
  return { items, next }
}
