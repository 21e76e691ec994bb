import type { AccountDoc, TransferDoc } from '../../db/documents'
import { gt, lte, store } from '../../db/store'

/** What a reconciliation reads, a page at a time. */
export type Books = {
  /** The accounts of a community behind this one, in the order of their ids. */
  accountsAfter: (communityId: string, after: string, limit: number) => Promise<AccountDoc[]>
  /** The transfers on an account behind this place, in the order of its chain. */
  transfersAfter: (account: string, after: string, limit: number) => Promise<TransferDoc[]>
  /** How many transfers of a community there are up to an instant. */
  countTransfers: (communityId: string, countedTo: Date) => Promise<number>
}

/** The books as they are stored. */
export const storedBooks: Books = {
  accountsAfter: (communityId, after, limit) =>
    store.find('accounts', {
      where: { communityId, _id: gt(after) },
      orderBy: ['_id', 'asc'],
      limit,
    }),
  transfersAfter: (account, after, limit) =>
    store.find('transfers', {
      where: { accounts: account, order: gt(after) },
      orderBy: ['order', 'asc'],
      limit,
    }),
  countTransfers: (communityId, countedTo) =>
    store.count('transfers', { communityId, createdAt: lte(countedTo) }),
}
