import type { CommunityDoc } from '../../cloudfunctions/db/documents'
import { post } from '../../cloudfunctions/domain/ledger'
import { FIRST_RULES } from '../../cloudfunctions/domain/ledger/rules'
import { type Memory, openMemory } from './memory-tx'

/** Books in memory of as many members and transfers as a test of the reconciliation asks for. */
export const NOW = new Date('2026-03-10T04:00:00Z')
export const later = (ms: number) => new Date(NOW.getTime() + ms)
export const community = {
  _id: 'c1',
  timeZone: 'Asia/Shanghai',
  points: FIRST_RULES,
} as CommunityDoc
export const entry = {
  community,
  cause: { kind: 'request', id: 'r1' } as const,
  actor: 'ann',
  reason: 'adjusted' as const,
  at: NOW,
}
export const nameOf = (n: number) => `u${String(n).padStart(3, '0')}`

/** So many members, the nth with n + 1 transfers of a point each. */
export async function booksOf(
  members: number,
  transfersEach = (n: number) => n + 1,
): Promise<Memory> {
  const memory = openMemory()
  for (let n = 0; n < members; n++) {
    for (let i = 0; i < transfersEach(n); i++) {
      await memory.transact((tx) =>
        post(tx, {
          ...entry,
          at: later(i),
          key: `k${n}-${i}`,
          from: 'issuance',
          to: { userId: nameOf(n) },
          amount: 1,
        }),
      )
    }
  }
  return memory
}
