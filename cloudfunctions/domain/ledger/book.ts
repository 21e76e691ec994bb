import type { Cause, PointsReason } from '../../../types/points'
import type { AccountDoc, CommunityDoc, Lot, Posting, TransferDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { orderedId } from '../../runtime/ids'
import { accountId, emptyAccount } from './account'
import { hashLink } from './chain'
import { assertAccount, assertTransfer } from './invariants'

/**
 * The other side of a member's points. They keep no balance, so that a hundred members checking in
 * at eight o'clock never meet on one document: what they hold is the sum of the postings on them.
 */
export type SystemAccount = 'issuance' | 'store' | 'expired'

/** What every movement states. */
export type Entry = {
  community: CommunityDoc
  /** Once and never again: the transfer's id within the community. */
  key: string
  reason: PointsReason
  params?: Record<string, string | number>
  cause: Cause
  /** The user whose act it is; null when it is a timer's. */
  actor: string | null
  at: Date
  reverses?: string
}

/** One side as it is written: a member's account as the movement leaves it, or a system account. */
export type Side =
  | { account: AccountDoc; amount: number; lots: Lot[] }
  | { system: SystemAccount; amount: number }

export const transferId = (communityId: string, key: string): string => `${communityId}:${key}`

/** The id of the one transfer that takes another back. */
export const reversalId = (communityId: string, transferOf: string): string =>
  transferId(communityId, reversalKey(communityId, transferOf))

export const reversalKey = (communityId: string, transferOf: string): string =>
  `reversed:${transferOf.slice(communityId.length + 1)}`

/** A member's account inside the transaction; one that nothing moved on yet is empty. */
export const openAccount = async (
  tx: Tx,
  communityId: string,
  userId: string,
  at: Date,
): Promise<AccountDoc> =>
  (await tx.get('accounts', accountId(communityId, userId))) ??
  emptyAccount(communityId, userId, at)

/** Writes an account that no posting was made on: its holds or its caps changed. */
export async function keepAccount(tx: Tx, account: AccountDoc): Promise<void> {
  assertAccount(account)
  await tx.put('accounts', account)
}

/**
 * Links the sides to their accounts' chains and writes accounts and transfer: one step an account
 * and one for the transfer. Ends in DuplicateKey when the key was used before.
 */
export async function record(tx: Tx, entry: Entry, sides: readonly Side[]): Promise<TransferDoc> {
  const { transfer, accounts } = draw(entry, sides)
  assertTransfer(transfer)
  for (const account of accounts) await keepAccount(tx, account)
  await tx.create('transfers', transfer)
  return transfer
}

/** The transfer and the accounts as it leaves them. Pure. */
export function draw(
  { community, key, reason, params = {}, cause, actor, at, reverses }: Entry,
  sides: readonly Side[],
): { transfer: TransferDoc; accounts: AccountDoc[] } {
  const before = sides.flatMap((side) => ('account' in side ? [side.account] : []))
  // Later than every posting before it on each account, also when this call's clock is behind.
  const ms = Math.max(at.getTime(), ...before.map(({ lastMs }) => lastMs + 1))
  const id = transferId(community._id, key)
  const unlinked: TransferDoc = {
    _id: id,
    v: 1,
    createdAt: at,
    communityId: community._id,
    order: orderedId(new Date(ms), id),
    accounts: before.map(({ _id }) => _id),
    postings: sides.map((side): Posting => {
      if ('account' in side) {
        return { account: side.account._id, amount: side.amount, lots: side.lots, link: null }
      }
      return {
        account: accountId(community._id, side.system),
        amount: side.amount,
        lots: [],
        link: null,
      }
    }),
    reason,
    params,
    cause,
    actorUserId: actor,
    reverses: reverses ?? null,
  }
  const accounts: AccountDoc[] = []
  const postings = unlinked.postings.map((posting): Posting => {
    const account = before.find(({ _id }) => _id === posting.account)
    if (!account) return posting
    const seq = account.seq + 1
    const prev = account.head
    const hash = hashLink(unlinked, { account: account._id, seq, prev })
    accounts.push({ ...account, seq, head: hash, lastMs: ms })
    return { ...posting, link: { seq, prev, hash } }
  })
  return { transfer: { ...unlinked, postings }, accounts }
}
