import type { ItemDoc, OrderDoc } from '../../db/documents'

/**
 * Pieces of an item are texts, `0007`; of codes `03-42`, the batch and the place in it. An order
 * carries its piece and, where one may redeem only so often, which of the person's it is; both are
 * unique for an item. So the stock and the limit are held by keys: no counter is shared, and a crash
 * cannot leave one wrong. What is free of them begins with FREE and sorts behind every piece.
 */
export const FREE = 'x'

const number = (n: number, digits: number) => String(n).padStart(digits, '0')

/** All pieces there are of an item; null when there is no end of them. */
export function unitsOf({ kind, stock, batches }: ItemDoc): string[] | null {
  if (kind === 'code') {
    return batches.flatMap((size, batch) =>
      Array.from({ length: size }, (_, n) => `${number(batch, 2)}-${number(n, 2)}`),
    )
  }
  return stock === null ? null : Array.from({ length: stock }, (_, n) => number(n, 4))
}

/** Pieces that nobody has. */
export function freeUnits(item: ItemDoc, taken: readonly string[]): string[] | null {
  const gone = new Set(taken)
  return unitsOf(item)?.filter((unit) => !gone.has(unit)) ?? null
}

/** How many are left; null when there is no end of them. */
export const leftOf = (item: ItemDoc, takenCount: number): number | null => {
  const all = unitsOf(item)
  return all === null ? null : Math.max(0, all.length - takenCount)
}

/** The numbers under which a person may still redeem; null without a limit. */
export function freeTurns({ limitEach }: ItemDoc, taken: readonly string[]): string[] | null {
  if (limitEach === null) return null
  const gone = new Set(taken)
  return Array.from({ length: limitEach }, (_, n) => number(n, 2)).filter((turn) => !gone.has(turn))
}

/** A place that no other order has: for what is counted by nobody. */
export const uncounted = (orderId: string): string => `${FREE}${orderId}`

/** The order without its piece and its turn: both are there for others. */
export const freed = <O extends OrderDoc>(order: O): O => ({
  ...order,
  unit: uncounted(order._id),
  nth: uncounted(order._id),
})

/** Where the code of a piece lies. */
export function codePlace(itemId: string, unit: string): { batchId: string; index: number } {
  const [batch = '', index = ''] = unit.split('-')
  return { batchId: batchId(itemId, Number(batch)), index: Number(index) }
}

export const batchId = (itemId: string, batch: number): string => `${itemId}:${number(batch, 2)}`
