import { neq, store } from '../../db/store'
import type { Workplace, WorkSource } from './source'

/**
 * The last reconciliation found a difference: nothing is more pressing for those who keep the points.
 * It stands there until a later one finds none.
 */
export const differences: WorkSource = {
  kind: 'booksDiffer',
  duty: 'managePoints',
  count: async ({ communityId }) => ((await lastDiffering(communityId)) ? 1 : 0),
  oldest: async ({ communityId }) => {
    const run = await lastDiffering(communityId)
    if (!run) return []
    return [
      {
        kind: 'booksDiffer',
        itemId: run._id,
        since: (run.finishedAt ?? run.createdAt).toISOString(),
        urgency: 'urgent',
        title: '',
        words: '',
        params: { count: run.differencesCount },
      },
    ]
  },
}

async function lastDiffering(communityId: string) {
  const [last] = await store.find('reconciliations', {
    where: { communityId, state: 'done' },
    orderBy: ['order', 'desc'],
    limit: 1,
  })
  return last && last.differencesCount > 0 ? last : null
}

/** Adjustments above the limit that wait for a second person; never one's own or about oneself. */
export const adjustments: WorkSource = {
  kind: 'adjustment',
  duty: 'managePoints',
  count: (at, max) => store.countUpTo('adjustments', decidable(at), max),
  oldest: async (at, limit) => {
    const found = await store.find('adjustments', {
      where: decidable(at),
      orderBy: ['order', 'asc'],
      limit,
    })
    return found.map(({ _id, createdAt, reason, amount }) => ({
      kind: 'adjustment',
      itemId: _id,
      since: createdAt.toISOString(),
      urgency: 'normal',
      title: '',
      words: reason,
      params: { amount },
    }))
  },
}

const decidable = ({ communityId, userId }: Workplace) => ({
  communityId,
  state: 'pending' as const,
  proposedBy: neq(userId),
  concerned: neq(userId),
})
