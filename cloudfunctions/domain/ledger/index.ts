/**
 * The ledger (D1, D3): points move between members and the system accounts, and nothing else writes
 * them. Each function works inside the caller's transaction and costs few steps:
 *
 * | call                  | moves                                         | steps |
 * |---|---|---|
 * | `post`                | member ↔ system                               | 3 |
 * | `post`                | member → member                               | 5 |
 * | `award` (award.ts)    | issuance → member by a published rule         | 3; 5 with a partner |
 * | `hold`                | sets aside on the member's own account        | 2 |
 * | `capture`             | out of a hold → store                         | 3 |
 * | `capture`             | out of a hold → member                        | 5 |
 * | `release`             | what a hold has left becomes available again  | 2 |
 * | `reverse`             | takes a transfer back, lots restored          | 2 + 2 a member |
 *
 * A refusal is answered as `{ ok: false, code, params }` before anything is written: give it to
 * `refuse`. A key that was used before ends in DuplicateKey. Within an action the receipt makes a
 * call happen once; a timer asks for the transfer of the key first.
 */

import type { RefusalCode, RefusalParams } from '../../../types/errors'
import type { Cause } from '../../../types/points'
import type { CommunityDoc, TransferDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { addHold, availableOf, credit, debit, debitBack, debitHold, removeHold } from './account'
import {
  type Entry,
  keepAccount,
  openAccount,
  record,
  reversalKey,
  type Side,
  type SystemAccount,
} from './book'
import { HOLDS_MAX } from './invariants'
import { sumOf } from './lots'
import { expiryOf } from './rules'

export { award } from './award'
export { transferId } from './book'

/** A member of the entry's community, or one of the accounts that keep no balance. */
export type Party = { userId: string } | SystemAccount

type Refused = { ok: false; code: RefusalCode; params: RefusalParams }
type Answer<T = unknown> = ({ ok: true } & T) | Refused

/**
 * Moves points at once; from a member only what is available, the oldest first. What a member
 * receives is good from now as long as the rules say. Refuses `not_enough_points`.
 */
export async function post(
  tx: Tx,
  entry: Entry & { from: Party; to: Party; amount: number },
): Promise<Answer<{ transfer: TransferDoc }>> {
  const { community, at, from, to, amount } = entry
  if (typeof from === 'string') {
    const sides = [{ system: from, amount: -amount }, await incoming(tx, entry, to, amount)]
    return { ok: true, transfer: await record(tx, entry, sides) }
  }
  const payer = await openAccount(tx, community._id, from.userId, at)
  if (amount > availableOf(payer)) return notEnough(availableOf(payer))
  const paid = debit(payer, amount)
  const out: Side = { account: paid.account, amount: -amount, lots: paid.taken }
  const sides = [out, await incoming(tx, entry, to, amount)]
  return { ok: true, transfer: await record(tx, entry, sides) }
}

/** Where a hold is: whose account, and what for. */
type HoldAt = { community: CommunityDoc; userId: string; holdKey: string; at: Date }

/**
 * Sets points of a member aside for one purpose; `expiresAt` null when whoever made it also ends it.
 * Refuses `not_enough_points` and `too_many_holds`. The same purpose twice is the caller's bug.
 */
export async function hold(
  tx: Tx,
  want: HoldAt & { amount: number; cause: Cause; expiresAt: Date | null },
): Promise<Answer> {
  const { community, userId, holdKey, amount, cause, at, expiresAt } = want
  const account = await openAccount(tx, community._id, userId, at)
  if (amount > availableOf(account)) return notEnough(availableOf(account))
  if (account.holds.length >= HOLDS_MAX) {
    return { ok: false, code: 'too_many_holds', params: { max: HOLDS_MAX } }
  }
  await keepAccount(tx, addHold(account, amount, { key: holdKey, cause, heldAt: at, expiresAt }))
  return { ok: true }
}

/**
 * Pays `amount` out of a hold; the rest stays held, and an emptied hold is closed. Refuses
 * `hold_gone` when it was closed before or has less left.
 */
export async function capture(
  tx: Tx,
  entry: Entry & { payer: string; holdKey: string; to: Party; amount: number },
): Promise<Answer<{ transfer: TransferDoc }>> {
  const { community, payer, holdKey, to, amount, at } = entry
  const account = await openAccount(tx, community._id, payer, at)
  const held = account.holds.find(({ key }) => key === holdKey)
  if (!held || held.remaining < amount) return { ok: false, code: 'hold_gone', params: {} }
  const paid = debitHold(account, held, amount)
  const out: Side = { account: paid.account, amount: -amount, lots: paid.taken }
  const sides = [out, await incoming(tx, entry, to, amount)]
  return { ok: true, transfer: await record(tx, entry, sides) }
}

/** Ends a hold: what it has left is available again, with the expiry it had. Answers how much; 0 when it had ended before. */
export async function release(tx: Tx, { community, userId, holdKey, at }: HoldAt): Promise<number> {
  const account = await openAccount(tx, community._id, userId, at)
  const held = account.holds.find(({ key }) => key === holdKey)
  if (!held) return 0
  await keepAccount(tx, removeHold(account, held))
  return held.remaining
}

/**
 * Takes a transfer back with a new one: whoever paid has the same lots again, whoever received gives
 * up the lots that came, or the oldest where those were spent. Refuses `not_enough_points` when a
 * receiver has not so much available, and `not_found`. A transfer is taken back once: the second
 * time ends in DuplicateKey.
 */
export async function reverse(
  tx: Tx,
  entry: Omit<Entry, 'key' | 'reverses'> & { transferId: string },
): Promise<Answer<{ transfer: TransferDoc }>> {
  const { community, transferId, at } = entry
  const original = await tx.get('transfers', transferId)
  if (original?.communityId !== community._id) return { ok: false, code: 'not_found', params: {} }
  const sides: Side[] = []
  for (const { account: _id, amount, lots, link } of original.postings) {
    const owner = _id.slice(community._id.length + 1)
    if (link === null) {
      sides.push({ system: owner as SystemAccount, amount: 0 - amount })
      continue
    }
    const account = await openAccount(tx, community._id, owner, at)
    if (amount > availableOf(account)) return notEnough(availableOf(account))
    if (amount > 0) {
      const back = debitBack(account, lots)
      sides.push({ account: back.account, amount: -amount, lots: back.taken })
    } else sides.push({ account: credit(account, lots), amount: sumOf(lots), lots })
  }
  const key = reversalKey(community._id, transferId)
  const transfer = await record(tx, { ...entry, key, reverses: transferId }, sides)
  return { ok: true, transfer }
}

/** The receiving side: a member's points are good from now. */
async function incoming(tx: Tx, entry: Entry, to: Party, amount: number): Promise<Side> {
  if (typeof to === 'string') return { system: to, amount }
  const { community, at } = entry
  const account = await openAccount(tx, community._id, to.userId, at)
  const lots = [{ month: expiryOf(community, at), amount }]
  return { account: credit(account, lots), amount, lots }
}

const notEnough = (available: number): Refused => ({
  ok: false,
  code: 'not_enough_points',
  params: { available },
})
