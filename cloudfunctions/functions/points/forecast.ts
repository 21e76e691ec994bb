import { forecast as foresee } from '../../domain/ledger/forecast'
import { read } from '../../runtime/action'
import { lastReconciliation } from './books'
import { mayManage } from './policy'

/** What changed awards would have given over the last days; empty before the first reconciliation. */
export const forecast = read('points.forecast', {
  fetch: ({ store, input }) => lastReconciliation(store, input.communityId, 'done'),
  allow: mayManage,
  reply: async ({ input }, last) =>
    last
      ? { countedTo: last.countedTo.toISOString(), lines: foresee(last.demand, input.awards) }
      : { countedTo: null, lines: [] },
})
