import type { CodeBatchDoc, ItemDoc, OrderDoc } from '../../db/documents'
import { fieldKeys } from '../privacy/keys'
import { seal, sealedBy, unseal } from '../privacy/seal'
import { isSigned, sign } from '../privacy/sign'

/** Places that texts are sealed for, see domain/privacy/seal. */
export const addressPlace = (orderId: string) => `orders/${orderId}/address`
export const resourcePlace = (itemId: string) => `items/${itemId}/resource`
export const codePlaceName = (batchId: string, index: number) => `codes/${batchId}/${index}`

const PRINT = 'code print'

const printed = (signature: Buffer) => signature.toString('base64url').slice(0, 22)

/** What tells a code that is known from one that is new, without opening any. */
export const printOf = (itemId: string, code: string): string =>
  printed(sign(PRINT, `${itemId} ${code}`))

/** Whether one of the prints is this code's, whichever of the keys made it. */
export const isPrinted = (prints: ReadonlySet<string>, itemId: string, code: string): boolean =>
  isSigned(PRINT, `${itemId} ${code}`, (signature) => prints.has(printed(signature)))

/** Whether a text was sealed by another key than the first, which alone seals now. */
export const isOldSeal = (sealed: string | null): boolean =>
  sealed !== null && sealedBy(sealed) !== fieldKeys()[0].id

const sealAnew = (sealed: string, place: string) => seal(unseal(sealed, place), place)

/** The same documents under the first key; unchanged where nothing in them is older. */
export const resealedOrder = (order: OrderDoc): OrderDoc =>
  order.secret !== null && isOldSeal(order.secret)
    ? { ...order, secret: sealAnew(order.secret, addressPlace(order._id)) }
    : order

export const resealedItem = (item: ItemDoc): ItemDoc =>
  item.secret !== null && isOldSeal(item.secret)
    ? { ...item, secret: sealAnew(item.secret, resourcePlace(item._id)) }
    : item

/** With the codes their prints are made anew: those of a key that is gone would know nothing. */
export function resealedBatch(batch: CodeBatchDoc): CodeBatchDoc {
  if (!batch.codes.some(isOldSeal)) return batch
  const texts = batch.codes.map((code, n) => unseal(code, codePlaceName(batch._id, n)))
  return {
    ...batch,
    codes: texts.map((text, n) => seal(text, codePlaceName(batch._id, n))),
    prints: texts.map((text) => printOf(batch.itemId, text)),
  }
}
