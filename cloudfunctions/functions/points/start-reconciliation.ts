import { newReconciliation } from '../../domain/ledger/reconcile'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { lastReconciliation } from './books'
import { mayManage } from './policy'

/** Has the timer walk through the books now. Refuses `reconciliation_running`. */
export const startReconciliation = write('points.startReconciliation', {
  fetch: async ({ store, input }) => ({
    running: await lastReconciliation(store, input.communityId, 'running'),
  }),
  allow: mayManage,
  act: async ({ tx, input, now, newId }, { running }) => {
    if (running) refuse('reconciliation_running')
    const id = newId('reconciliation')
    await tx.create('reconciliations', newReconciliation(id, id, input.communityId, now))
    return {}
  },
})
