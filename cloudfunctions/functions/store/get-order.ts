import { findPeople } from '../../domain/people'
import { pickupCodeOf } from '../../domain/store/pickup-code'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { maySeeOrder } from './policy'
import { actsOf, orderCardOf } from './present'

const SIGHTS_SHOWN = 10

/** An order as its buyer or a keeper sees it; the code to pick it up is its buyer's alone. */
export const getOrder = read('store.getOrder', {
  fetch: async ({ store, input: { orderId } }) => {
    const [order, sights] = await Promise.all([
      store.get('orders', orderId),
      store.find('sights', {
        where: { orderId },
        orderBy: ['_id', 'desc'],
        limit: SIGHTS_SHOWN,
      }),
    ])
    return { order, sights }
  },
  allow: maySeeOrder,
  reply: async ({ store, actor, now }, { order: found, sights }) => {
    const order = found ?? refuse('not_found')
    const { userId, pickupNumber, state } = order
    const people = [userId, ...sights.map((sight) => sight.userId)]
    const person = await findPeople(store, actor.community, people)
    const isWaiting = state === 'reserved' && userId === actor.userId && pickupNumber !== null
    const pickup = isWaiting ? pickupCodeOf({ ...order, pickupNumber }, now) : null
    return {
      ...orderCardOf(order, person(userId), actor.userId),
      pickup: pickup && { code: pickup.code, until: pickup.until.toISOString() },
      pickupWhere: order.pickupWhere,
      dueAt: order.dueAt?.toISOString() ?? null,
      shipping: order.shipping,
      reason: order.reason,
      privilege: order.kind === 'privilege' ? (order.privilege ?? 'makeUpCard') : null,
      usedAt: order.usedAt?.toISOString() ?? null,
      history: order.history.map(({ state, at }) => ({ state, at: at.toISOString() })),
      acts: actsOf(order, actor),
      seenBy: sights.map((sight) => ({
        person: person(sight.userId),
        at: sight.createdAt.toISOString(),
      })),
    }
  },
})
