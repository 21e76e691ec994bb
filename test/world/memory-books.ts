import type { AccountDoc, TransferDoc } from '../../cloudfunctions/db/documents'
import type { Books } from '../../cloudfunctions/domain/ledger/books'
import { beginWalk, type Cut, endWalk, walkOn } from '../../cloudfunctions/domain/ledger/walk'
import type { Memory } from './memory-tx'

const by =
  <D>(keyOf: (one: D) => string) =>
  (a: D, b: D) =>
    keyOf(a) < keyOf(b) ? -1 : 1

/** What a reconciliation reads, out of memory; counts how often it was asked. */
export function memoryBooks(memory: Memory): Books & { asked: () => number } {
  let asked = 0
  return {
    asked: () => asked,
    async accountsAfter(communityId, after, limit) {
      asked += 1
      return memory
        .all('accounts')
        .filter((one) => one.communityId === communityId && one._id > after)
        .sort(by(({ _id }) => _id))
        .slice(0, limit)
    },
    async transfersAfter(account, after, limit) {
      asked += 1
      return memory
        .all('transfers')
        .filter(({ accounts, order }) => accounts.includes(account) && order > after)
        .sort(by(({ order }) => order))
        .slice(0, limit)
    },
    async instantsAfter(communityId, after, limit) {
      asked += 1
      return memory
        .all('transfers')
        .filter((one) => one.communityId === communityId && one.order > after)
        .sort(by(({ order }) => order))
        .slice(0, limit)
    },
  }
}

/** One account's whole walk over these pages of its transfers. */
export const walked = (account: AccountDoc, pages: readonly TransferDoc[][], cut: Cut) =>
  endWalk(pages.reduce((walk, page) => walkOn(walk, page, cut), beginWalk(account)))
