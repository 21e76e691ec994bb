import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { countOutcome, nextRecount } from '../../domain/events/outcome'
import { now } from '../../runtime/clock'
import { quietly } from './events'

/**
 * Counts how ended events went, for their organisers' figures: when they end, each hour of the first
 * day, then daily while feedback and disputes may come. Answers how many were counted.
 */
export async function countOutcomes(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('events', {
    where: { recountAt: lte(at) },
    orderBy: ['recountAt', 'asc'],
    limit,
  })
  let counted = 0
  for (const event of due) {
    counted += await quietly(event._id, async () => {
      const outcome = await countOutcome(event)
      return transact(async (tx) => {
        const current = await tx.get('events', event._id)
        // Asked for again while it was being counted: the next run counts what changed.
        if (current?.recountAt?.getTime() !== event.recountAt?.getTime() || !current) return 0
        await tx.put('events', { ...current, outcome, recountAt: nextRecount(current, at) })
        return 1
      })
    })
  }
  return counted
}
