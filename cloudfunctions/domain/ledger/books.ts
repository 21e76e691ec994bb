import type { AccountDoc, TransferDoc } from '../../db/documents'
import { gt, store } from '../../db/store'

/** What a reconciliation reads, a page at a time. */
export type Books = {
  /** The accounts of a community behind this one, in the order of their ids. */
  accountsAfter: (communityId: string, after: string, limit: number) => Promise<AccountDoc[]>
  /** The transfers on an account behind this place, in the order of its chain. */
  transfersAfter: (account: string, after: string, limit: number) => Promise<TransferDoc[]>
  /** When the transfers of a community behind this place were made: whatever accounts say of them. */
  instantsAfter: (
    communityId: string,
    after: string,
    limit: number,
  ) => Promise<Pick<TransferDoc, 'order' | 'createdAt'>[]>
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
  instantsAfter: (communityId, after, limit) =>
    store.findParts(
      'transfers',
      { where: { communityId, order: gt(after) }, orderBy: ['order', 'asc'], limit },
      ['order', 'createdAt'],
    ),
}
