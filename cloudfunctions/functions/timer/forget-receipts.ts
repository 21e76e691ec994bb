import { lt, oneOf, store } from '../../db/store'
import { now } from '../../runtime/clock'

/** A phone keeps the key of a write until it is answered; after a month nobody asks any more. */
const RECEIPT_DAYS = 30
const DAY_MS = 86_400_000

/** Forgets old receipts whose promises are kept, the oldest first. Answers how many. */
export async function forgetReceipts(limit: number): Promise<number> {
  const before = new Date(now().getTime() - RECEIPT_DAYS * DAY_MS)
  const old = await store.find('receipts', {
    where: { sent: true, createdAt: lt(before) },
    orderBy: ['createdAt', 'asc'],
    limit,
  })
  // What the log has not taken over yet stays.
  const done = old.filter(({ unlogged }) => !unlogged).map(({ _id }) => _id)
  return done.length === 0 ? 0 : store.removeWhere('receipts', { _id: oneOf(done) })
}
