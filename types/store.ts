import * as v from 'valibot'
import { LEVELS_MAX } from './recognition'
import { cursor, done, fileId, id, instant, levelMark, page, person, text } from './shape'

/** What points may be redeemed for (D7). */
export const ITEM_KINDS = ['code', 'pickup', 'shipped', 'privilege', 'resource'] as const
export const itemKind = v.picklist(ITEM_KINDS)
export type ItemKind = v.InferOutput<typeof itemKind>

/** A card makes up for a missed day, once; a frame opens the drawn frames for good. */
export const PRIVILEGES = ['makeUpCard', 'profileFrame', 'seatCard'] as const
export const privilege = v.picklist(PRIVILEGES)
export type Privilege = v.InferOutput<typeof privilege>

/** An order's states; drawn with their ways on in `docs/store.md`. */
export const ORDER_STATES = [
  'reserved',
  'fulfilled',
  'completed',
  'cancelled',
  'expired',
  'refunded',
] as const
export const orderState = v.picklist(ORDER_STATES)
export type OrderState = v.InferOutput<typeof orderState>

/** Pieces of one item; every one of them is a key, and a redemption looks at all that are taken. */
export const STOCK_MAX = 1000
export const PRICE_MAX = 100_000
export const LIMIT_EACH_MAX = 20
/** Codes sent at once: one document holds them. */
export const CODES_AT_ONCE_MAX = 100
export const CODE_LENGTH_MAX = 80
/** After so many days what was not picked up goes back, and what was sent counts as received. */
export const PICKUP_DAYS = 14
export const RECEIVE_DAYS = 14

/** How an item can be had right now. */
export const ITEM_STANDINGS = ['open', 'soon', 'over', 'soldOut', 'limitReached'] as const

const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** What an admin writes of an item. Codes are sent apart; `secret` is what a resource reveals. */
const itemFields = {
  kind: itemKind,
  name: text(2, 30),
  about: text(0, 500),
  price: whole(1, PRICE_MAX),
  /** null: as many as wanted. Of codes there are as many as were sent. */
  stock: v.nullable(whole(0, STOCK_MAX)),
  limitEach: v.nullable(whole(1, LIMIT_EACH_MAX)),
  /** Which privilege it is; of other kinds it means nothing. */
  privilege: v.optional(privilege, 'makeUpCard'),
  /** The place of the level that one must have come to; 0: everybody's. */
  levelNeeded: v.optional(whole(0, LEVELS_MAX - 1), 0),
  opensAt: v.nullable(instant),
  closesAt: v.nullable(instant),
  /** Where and when a thing is handed over. */
  pickupWhere: text(0, 100),
  shown: v.boolean(),
  /** A picture of the admin's own in the cloud's storage; absent leaves it as it is. */
  picture: v.optional(v.nullable(fileId)),
}

const card = v.object({
  itemId: v.string(),
  kind: itemKind,
  name: v.string(),
  price: v.number(),
  left: v.nullable(v.number()),
  standing: v.picklist(ITEM_STANDINGS),
  /** The level it asks for; null when it asks for none. */
  levelNeeded: v.nullable(levelMark),
  opensAt: v.nullable(instant),
  closesAt: v.nullable(instant),
  shown: v.boolean(),
  /** Where its picture can be seen, for a few minutes. */
  picture: v.nullable(v.string()),
})
export type ItemCard = v.InferOutput<typeof card>

const detail = v.object({
  ...card.entries,
  about: v.string(),
  stock: v.nullable(v.number()),
  limitEach: v.nullable(v.number()),
  pickupWhere: v.string(),
  privilege: v.nullable(privilege),
  /** Redeemed by the one who looks, and not given back. */
  mine: v.number(),
  /** Points the one who looks may spend. */
  available: v.number(),
  /** Whether the one who looks has come to the level it asks for. */
  hasLevel: v.boolean(),
  revision: v.number(),
  mayKeep: v.boolean(),
  /** The picture as it is stored, for those who may keep the item. */
  pictureId: v.nullable(v.string()),
})
export type ItemDetail = v.InferOutput<typeof detail>

const orderCard = v.object({
  orderId: v.string(),
  itemId: v.string(),
  itemName: v.string(),
  kind: itemKind,
  price: v.number(),
  state: orderState,
  buyer: person,
  own: v.boolean(),
  createdAt: instant,
  changedAt: instant,
})
export type OrderCard = v.InferOutput<typeof orderCard>

/** What the one who looks may do with an order: the server says it, the page draws it. */
export const ORDER_ACTS = ['cancel', 'receive', 'ship', 'refund', 'reveal'] as const

const orderDetail = v.object({
  ...orderCard.entries,
  /** Shown to be scanned, for a thing to be picked up; good until `until`, then asked anew. */
  pickup: v.nullable(v.object({ code: v.string(), until: instant })),
  pickupWhere: v.string(),
  /** Until when it is to be picked up, or after when it counts as received. */
  dueAt: v.nullable(instant),
  /** How it was sent. */
  shipping: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  /** Which privilege it is; null of other kinds. */
  privilege: v.nullable(privilege),
  usedAt: v.nullable(instant),
  /** The states it has come through, the first first. */
  history: v.array(v.object({ state: orderState, at: instant })),
  acts: v.array(v.picklist(ORDER_ACTS)),
  /** Who has seen the code, address or resource, the latest first. */
  seenBy: v.array(v.object({ person, at: instant })),
})
export type OrderDetail = v.InferOutput<typeof orderDetail>

const onItem = { communityId: id, itemId: id }
const onOrder = { communityId: id, orderId: id }
const reason = text(2, 120)
const filters = { state: v.optional(orderState), itemId: v.optional(id) }

/** As shown for picking up: six characters of the order, four digits that change. */
export const pickupCode = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[0-9a-z]{6}-?[0-9]{4}$/),
  v.transform((given) => given.replace('-', '')),
)

export const storeCalls = {
  /** What is shown; with `all`, for its keepers, also what is not. */
  'store.listItems': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, all: v.optional(v.boolean()), cursor }),
    output: page(card),
  },
  'store.getItem': {
    kind: 'read',
    scope: 'member',
    input: v.object(onItem),
    output: detail,
  },
  /** A new item without `itemId`; else a correction of the revision that was read. */
  'store.saveItem': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      itemId: v.optional(id),
      revision: v.optional(whole(1, 1_000_000)),
      ...itemFields,
      /** What a resource reveals: a text or an address; absent leaves it as it is. */
      secret: v.optional(text(1, 1000)),
    }),
    output: v.object({ itemId: v.string(), revision: v.number() }),
  },
  'store.addCodes': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      ...onItem,
      codes: v.pipe(
        v.array(text(1, CODE_LENGTH_MAX)),
        v.minLength(1),
        v.maxLength(CODES_AT_ONCE_MAX),
      ),
    }),
    output: v.object({ added: v.number(), stock: v.number() }),
  },
  /** At the price of the revision that was read: another one is refused. */
  'store.redeem': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({
      ...onItem,
      revision: whole(1, 1_000_000),
      /** Where to send it: name, telephone and place in one text; for shipped goods alone. */
      address: v.optional(text(8, 200)),
    }),
    output: v.object({ orderId: v.string(), state: orderState }),
  },
  'store.listMine': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, cursor }),
    output: page(orderCard),
  },
  'store.listOrders': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, ...filters, cursor }),
    output: page(orderCard),
  },
  'store.getOrder': {
    kind: 'read',
    scope: 'member',
    input: v.object(onOrder),
    output: orderDetail,
  },
  'store.cancelOrder': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({ ...onOrder, reason }),
    output: v.object({ state: orderState }),
  },
  /** What a code belongs to, before the thing is handed over; null when nothing waits under it. */
  'store.findPickup': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, code: pickupCode }),
    output: v.object({
      found: v.nullable(v.object({ orderId: v.string(), itemName: v.string(), buyer: person })),
    }),
  },
  'store.handOver': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onOrder, code: pickupCode }),
    output: v.object({ state: orderState }),
  },
  'store.ship': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onOrder, shipping: text(2, 80) }),
    output: v.object({ state: orderState }),
  },
  'store.receive': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOrder),
    output: v.object({ state: orderState }),
  },
  'store.refund': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onOrder, reason }),
    output: v.object({ state: orderState }),
  },
  /** Notes that the actor is about to see a code, an address or a resource; then it may be read. */
  'store.openSecret': {
    kind: 'write',
    scope: 'member',
    input: v.object(onOrder),
    output: done,
  },
  'store.readSecret': {
    kind: 'read',
    scope: 'member',
    input: v.object(onOrder),
    output: v.object({ text: v.string() }),
  },
  /** A table of the orders as a file; answers an address that is good for an hour. */
  'store.exportOrders': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, ...filters }),
    output: v.object({ url: v.string(), count: v.number() }),
  },
} as const
