import { STOCK_MAX } from '../../../types/store'
import type { ItemDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { Outdated, type Tx, whileFree } from '../../db/transact'
import { seal } from '../../domain/privacy/seal'
import { codePlaceName, isPrinted, printOf } from '../../domain/store/sealed'
import { batchId } from '../../domain/store/units'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayKeepItem } from './policy'

/** Batches of one item: their number has two digits in a piece's name. */
const BATCHES_MAX = 50

/**
 * Adds codes to an item, each sealed, in one document. A code is taken once, however often it is
 * pasted: prints tell it without opening the others. Refuses `no_codes_here` and `codes_known`.
 */
export const addCodes = write('store.addCodes', {
  fetch: fetchPrints,
  load: loadItem,
  allow: mayKeepItem,
  act: async ({ tx, input, now }, { item: found, batchCount, known }) => {
    const item = found ?? refuse('not_found')
    const { codes, communityId, itemId } = input
    const stockBefore = item.batches.reduce((sum, size) => sum + size, 0)
    const hasRoom = item.batches.length < BATCHES_MAX && stockBefore + codes.length <= STOCK_MAX
    if (item.kind !== 'code' || !hasRoom) refuse('no_codes_here', { max: STOCK_MAX })
    if (item.batches.length !== batchCount) throw new Outdated('codes came meanwhile')
    const seen = new Set(known)
    const repeated = codes.filter(
      (code, n) => codes.indexOf(code) < n || isPrinted(seen, itemId, code),
    )
    if (repeated.length > 0) refuse('codes_known', { count: repeated.length })

    const _id = batchId(itemId, batchCount)
    await whileFree(
      tx.create('codes', {
        _id,
        v: 1,
        createdAt: now,
        communityId,
        itemId,
        codes: codes.map((code, n) => seal(code, codePlaceName(_id, n))),
        prints: codes.map((code) => printOf(itemId, code)),
      }),
    )
    await tx.put('items', { ...item, batches: [...item.batches, codes.length] })
    return { added: codes.length, stock: stockBefore + codes.length }
  },
})

type On = { input: { itemId: string } }

async function fetchPrints({ store, input: { itemId } }: On & { store: Store }) {
  const query = { where: { itemId }, limit: BATCHES_MAX }
  const batches = await store.findParts('codes', query, ['prints'])
  return { batchCount: batches.length, known: batches.flatMap(({ prints }) => prints) }
}

async function loadItem({ tx, input }: On & { tx: Tx }): Promise<{ item: ItemDoc | null }> {
  return { item: await tx.get('items', input.itemId) }
}
