import { read } from '../../runtime/action'
import { lastReconciliation } from './books'
import { mayManage } from './policy'
import { findThem, resultOf } from './present'

/** Adjustments that wait are counted up to here. */
const WAITING_MAX = 100

/** What was issued, spent, expired and is outstanding, as the last reconciliation proved it. */
export const getBooks = read('points.getBooks', {
  fetch: async ({ store, input: { communityId } }) => {
    const [last, running, adjustmentsWaiting] = await Promise.all([
      lastReconciliation(store, communityId, 'done'),
      lastReconciliation(store, communityId, 'running'),
      store.countUpTo('adjustments', { communityId, state: 'pending' }, WAITING_MAX),
    ])
    return { last, running, adjustmentsWaiting }
  },
  allow: mayManage,
  reply: async ({ store, actor }, { last, running, adjustmentsWaiting }) => {
    const owners = last?.differences.map(({ userId }) => userId) ?? []
    const person = await findThem(store, actor.community, owners)
    return {
      last: last && resultOf(last, person),
      running: running && {
        startedAt: running.createdAt.toISOString(),
        accounts: running.totals.accounts,
      },
      adjustmentsWaiting,
    }
  },
})
