import type { ItemKind, OrderState, Privilege } from '../../../types/store'
import type { Base } from './base'

/** `_id` = a time-ordered id: what may be redeemed. */
export type ItemDoc = Base & {
  communityId: string
  kind: ItemKind
  name: string
  about: string
  price: number
  /** null: no end of it. Codes have as many as their batches hold. */
  stock: number | null
  /** How many codes each batch holds, in order. */
  batches: number[]
  limitEach: number | null
  /** The place of the level it asks for; absent or 0: none. */
  levelNeeded?: number
  opensAt: Date | null
  closesAt: Date | null
  pickupWhere: string
  privilege: Privilege | null
  /** What a resource reveals, sealed. */
  secret: string | null
  /** The file id of its picture. */
  picture: string | null
  /** A new picture that is being checked: it takes the place of the other when it may be shown. */
  pictureWaiting: string | null
  shown: boolean
  /** Grows with each change; one redeems at the price of the revision one has read. */
  revision: number
}

/** `_id` = `{itemId}:{batch}`: codes of an item, each sealed, with prints that tell a repeated one. */
export type CodeBatchDoc = Base & {
  communityId: string
  itemId: string
  codes: string[]
  prints: string[]
}

/** `_id` = a time-ordered id: one redemption of one piece. */
export type OrderDoc = Base & {
  communityId: string
  userId: string
  itemId: string
  itemName: string
  kind: ItemKind
  price: number
  state: OrderState
  /** The piece it has, and which of the person's it is: each unique for the item (domain/store/units). */
  unit: string
  nth: string
  /** The address, sealed. */
  secret: string | null
  /** What a steward finds it by. */
  pickupNumber: string | null
  pickupWhere: string
  shipping: string | null
  reason: string | null
  /** Which one, of a privilege; absent: a make-up card. */
  privilege?: Privilege
  /** When a privilege was used. */
  usedAt: Date | null
  /** The event whose line it was used in, of a seat card. */
  usedFor?: string | null
  changedAt: Date
  /** The states it has come through and when, the first first. */
  history: { state: OrderState; at: Date }[]
  /** When the timer ends it, see domain/store/states. */
  dueAt: Date | null
}

/** `_id` = a time-ordered id: somebody was about to read a code, an address or a resource. */
export type SightDoc = Base & { communityId: string; orderId: string; userId: string }
