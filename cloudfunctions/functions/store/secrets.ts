import { strict as assert } from 'node:assert'
import type { OrderDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { unseal } from '../../domain/privacy/seal'
import { addressPlace, codePlaceName, resourcePlace } from '../../domain/store/sealed'
import { codePlace } from '../../domain/store/units'

/** What an order reveals: its address, its code, or the item's resource. One step. */
export async function secretOf(store: Store, order: OrderDoc): Promise<string> {
  if (order.kind === 'shipped') {
    assert(order.secret, 'an order of shipped goods has an address')
    return unseal(order.secret, addressPlace(order._id))
  }
  if (order.kind === 'code') {
    const { batchId, index } = codePlace(order.itemId, order.unit)
    const sealed = (await store.get('codes', batchId))?.codes[index]
    assert(sealed, 'the piece of a code order is a code')
    return unseal(sealed, codePlaceName(batchId, index))
  }
  const item = await store.get('items', order.itemId)
  return item?.secret ? unseal(item.secret, resourcePlace(item._id)) : ''
}
