import type { CallInput } from '../../../types/contract'
import type { ItemKind } from '../../../types/store'
import { newKey, type User } from '..'
import type { Setting } from './setting'
import type { CallsOf } from './shape'

/** An item as an admin writes it. */
export const itemOf = (
  kind: ItemKind,
  change: Partial<CallInput<'store.saveItem'>> = {},
): Omit<CallInput<'store.saveItem'>, 'communityId'> => ({
  kind,
  name: '一袋现磨咖啡豆',
  about: '二百五十克，中度烘焙',
  price: 2,
  stock: kind === 'code' || kind === 'resource' ? null : 5,
  limitEach: null,
  opensAt: null,
  closesAt: null,
  pickupWhere: kind === 'pickup' ? '三号楼一楼活动室，周六上午' : '',
  shown: true,
  ...(kind === 'resource' ? { secret: 'https://example.org/slides' } : {}),
  ...change,
})

type Place = Pick<Setting, 'world' | 'communityId' | 'owner'>

/** An item that is shown; of codes with two of them. */
export async function givenItem(
  { world, communityId, owner }: Place,
  kind: ItemKind,
  change: Partial<CallInput<'store.saveItem'>> = {},
): Promise<{ itemId: string; revision: number }> {
  const input = { communityId, ...itemOf(kind, change) }
  const item = await world.ok(owner, 'store.saveItem', input)
  if (kind === 'code') {
    const codes = [`A-${newKey()}`, `B-${newKey()}`]
    await world.ok(owner, 'store.addCodes', { communityId, itemId: item.itemId, codes })
  }
  return item
}

/** A member with the two points of a check-in: what an item of `itemOf` costs. */
export async function givenSaver(place: Place): Promise<User> {
  const { world, communityId } = place
  const user = await world.given.member(place, 'saver')
  await world.ok(user, 'checkin.checkIn', { communityId })
  return user
}

/** A seat card that this member redeems with the points of a check-in; answers its order. */
export async function givenSeatCard(place: Place, user: User): Promise<string> {
  const { world, communityId } = place
  await world.ok(user, 'checkin.checkIn', { communityId })
  const item = await givenItem(place, 'privilege', { privilege: 'seatCard' })
  return (await world.ok(user, 'store.redeem', { communityId, ...item })).orderId
}

export const ADDRESS = '何秀兰 13900000000 梧桐里三号楼 602'

/** A redemption by a new saver. */
export async function givenOrder(
  place: Place,
  kind: ItemKind,
): Promise<{ user: User; orderId: string; itemId: string }> {
  const { world, communityId } = place
  const user = await givenSaver(place)
  const item = await givenItem(place, kind)
  const address = kind === 'shipped' ? { address: ADDRESS } : {}
  const { orderId } = await world.ok(user, 'store.redeem', { communityId, ...item, ...address })
  return { user, orderId, itemId: item.itemId }
}

/** What the buyer's phone shows now. */
export async function codeShown(
  { world, communityId }: Place,
  { user, orderId }: { user: User; orderId: string },
): Promise<string> {
  const { pickup } = await world.ok(user, 'store.getOrder', { communityId, orderId })
  if (!pickup) throw new Error('the order has nothing to be picked up')
  return pickup.code
}

const nowhere = '0'.repeat(26)

export const storeCalls: CallsOf<'store'> = {
  inputs: () => ({
    'store.listItems': {},
    'store.getItem': { itemId: nowhere },
    'store.saveItem': itemOf('pickup'),
    'store.addCodes': { itemId: nowhere, codes: ['AAAA-BBBB'] },
    'store.redeem': { itemId: nowhere, revision: 1 },
    'store.listMine': {},
    'store.listOrders': { state: 'reserved' },
    'store.getOrder': { orderId: nowhere },
    'store.cancelOrder': { orderId: nowhere, reason: '买错了' },
    'store.findPickup': { code: 'abcdef-1234' },
    'store.handOver': { orderId: nowhere, code: 'abcdef-1234' },
    'store.ship': { orderId: nowhere, shipping: '顺丰 SF123' },
    'store.receive': { orderId: nowhere },
    'store.refund': { orderId: nowhere, reason: '坏了' },
    'store.openSecret': { orderId: nowhere },
    'store.readSecret': { orderId: nowhere },
    'store.exportOrders': {},
  }),
  scenes: {
    'store.saveItem': async ({ communityId, owner }) => ({
      user: owner,
      communityId,
      input: { communityId, ...itemOf('pickup') },
    }),
    'store.addCodes': async (at) => ({
      user: at.owner,
      communityId: at.communityId,
      input: {
        communityId: at.communityId,
        itemId: (await givenItem(at, 'code')).itemId,
        codes: [newKey(), newKey(), newKey()],
      },
    }),
    'store.redeem': async (at) => ({
      user: await givenSaver(at),
      communityId: at.communityId,
      input: {
        communityId: at.communityId,
        ...(await givenItem(at, 'shipped')),
        address: ADDRESS,
      },
    }),
    'store.cancelOrder': async (at) => {
      const { user, orderId } = await givenOrder(at, 'shipped')
      const { communityId } = at
      return { user, communityId, input: { communityId, orderId, reason: '暂时用不上了' } }
    },
    'store.handOver': async (at) => {
      const order = await givenOrder(at, 'pickup')
      const { communityId, owner } = at
      const { orderId } = order
      const code = await codeShown(at, order)
      return { user: owner, communityId, input: { communityId, orderId, code } }
    },
    'store.ship': async (at) => {
      const { orderId } = await givenOrder(at, 'shipped')
      const { communityId, owner } = at
      return { user: owner, communityId, input: { communityId, orderId, shipping: '顺丰 SF10' } }
    },
    'store.receive': async (at) => {
      const { user, orderId } = await givenOrder(at, 'shipped')
      const { world, communityId, owner } = at
      await world.ok(owner, 'store.ship', { communityId, orderId, shipping: '顺丰 SF11' })
      return { user, communityId, input: { communityId, orderId } }
    },
    'store.refund': async (at) => {
      const { orderId } = await givenOrder(at, 'code')
      const { communityId, owner } = at
      return { user: owner, communityId, input: { communityId, orderId, reason: '券码失效了' } }
    },
    'store.openSecret': async (at) => {
      const { user, orderId } = await givenOrder(at, 'code')
      const { communityId } = at
      return { user, communityId, input: { communityId, orderId } }
    },
  },
  reads: {
    'store.listItems': async (at) => {
      for (const kind of ['pickup', 'code', 'privilege'] as const) await givenItem(at, kind)
      return { user: at.ann, input: { communityId: at.communityId } }
    },
    'store.getItem': async (at) => ({
      user: at.ann,
      input: { communityId: at.communityId, itemId: (await givenItem(at, 'pickup')).itemId },
    }),
    'store.listMine': async (at) => {
      const { user } = await givenOrder(at, 'privilege')
      return { user, input: { communityId: at.communityId } }
    },
    'store.listOrders': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, state: 'completed' },
    }),
    'store.getOrder': async (at) => {
      const { user, orderId } = await givenOrder(at, 'pickup')
      return { user, input: { communityId: at.communityId, orderId } }
    },
    'store.findPickup': async (at) => {
      const code = await codeShown(at, await givenOrder(at, 'pickup'))
      return { user: at.owner, input: { communityId: at.communityId, code } }
    },
    'store.readSecret': async (at) => {
      const { user, orderId } = await givenOrder(at, 'code')
      const { communityId } = at
      await at.world.ok(user, 'store.openSecret', { communityId, orderId })
      return { user, input: { communityId, orderId } }
    },
    'store.exportOrders': ({ owner, communityId }) => ({ user: owner, input: { communityId } }),
  },
}
