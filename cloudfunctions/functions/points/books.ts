import type { ReconciliationDoc } from '../../db/documents'
import type { Store } from '../../db/store'

/** The latest walk through a community's books in this state. */
export const lastReconciliation = async (
  store: Store,
  communityId: string,
  state: ReconciliationDoc['state'],
): Promise<ReconciliationDoc | null> => {
  const [last] = await store.find('reconciliations', {
    where: { communityId, state },
    orderBy: ['order', 'desc'],
    limit: 1,
  })
  return last ?? null
}
