import type { OrderDoc, SightDoc } from '../../db/documents'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayReveal } from './policy'
import { secretOf } from './secrets'

/** How long a note by `openSecret` opens the text: the call that follows it, and its repeats. */
const OPEN_MS = 2 * 60_000
const SIGHTS_READ = 10

/**
 * The code, address or resource of an order. It answers only who has just been noted as its reader:
 * the log cannot be behind. The text never stands in a receipt.
 */
export const readSecret = read('store.readSecret', {
  fetch: async ({ store, input: { orderId }, userId, now }) => {
    const [order, sights] = await Promise.all([
      store.get('orders', orderId),
      store.find('sights', { where: { orderId }, orderBy: ['_id', 'desc'], limit: SIGHTS_READ }),
    ])
    return { order, isNoted: isNoted(sights, userId, now) }
  },
  allow: (actor, fetched: { order: OrderDoc | null; isNoted: boolean }) => {
    const verdict = mayReveal(actor, fetched)
    return verdict === true ? fetched.isNoted : verdict
  },
  reply: async ({ store }, { order }) => ({
    text: await secretOf(store, order ?? refuse('not_found')),
  }),
})

const isNoted = (sights: readonly SightDoc[], reader: string, now: Date): boolean =>
  sights.some(
    ({ userId, createdAt }) => userId === reader && now.getTime() - createdAt.getTime() < OPEN_MS,
  )
