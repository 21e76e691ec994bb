import type { CommunityDoc, Lot } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { monthOf } from '../days'
import { debitBack, removeHold, withDue } from './account'
import { keepAccount, openAccount, record } from './book'
import { sumOf } from './lots'

type Of = { community: CommunityDoc; userId: string; at: Date }

/**
 * Takes what was good only to a month that has ended, in the community's time zone; what is held
 * stays held. Answers how many points; 0 when nothing was due, so that it may be tried again.
 */
export async function expireLots(tx: Tx, { community, userId, at }: Of): Promise<number> {
  const account = await openAccount(tx, community._id, userId, at)
  const month = monthOf(at, community.timeZone)
  const due = account.lots.filter((lot) => lot.month < month)
  const amount = sumOf(due)
  const last = due.at(-1)
  if (!last) return 0
  const { account: after, taken } = debitBack(account, due)
  await record(
    tx,
    {
      community,
      key: `expired:${userId}:${account.seq + 1}`,
      reason: 'expired',
      params: { month: last.month },
      cause: { kind: 'month', id: last.month },
      actor: null,
      at,
    },
    [
      { account: after, amount: -amount, lots: taken },
      { system: 'expired', amount },
    ],
  )
  return amount
}

/** Releases the holds whose time is over. Answers how many. */
export async function expireHolds(tx: Tx, { community, userId, at }: Of): Promise<number> {
  const account = await openAccount(tx, community._id, userId, at)
  const over = account.holds.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= at)
  if (over.length === 0) return 0
  await keepAccount(tx, over.reduce(removeHold, account))
  return over.length
}

/**
 * Remembers that the owner was told, at the start of the last month in which they are good, of the
 * oldest points; answers these, or null when nothing was to tell.
 */
export async function markNoticed(tx: Tx, { community, userId, at }: Of): Promise<Lot | null> {
  const account = await openAccount(tx, community._id, userId, at)
  if (account.noticeDue > monthOf(at, community.timeZone)) return null
  const lot = account.lots[0]
  if (!lot) return null
  await keepAccount(tx, withDue({ ...account, noticedFor: lot.month }))
  return lot
}
