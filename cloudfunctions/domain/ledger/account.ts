import { strict as assert } from 'node:assert'
import type { AccountDoc, Hold, Lot } from '../../db/documents'
import { CHAIN_START } from './chain'
import { FOR_EVER, merge, sumOf, takeBack, takeOldest } from './lots'

/** After all months and all instants: nothing is due. */
export const NEVER = '9999-99'
export const NEVER_MS = 9e15

export const accountId = (communityId: string, userId: string): string => `${communityId}:${userId}`

/** An account as it is before anything moved on it. */
export const emptyAccount = (communityId: string, userId: string, at: Date): AccountDoc => ({
  _id: accountId(communityId, userId),
  v: 1,
  createdAt: at,
  communityId,
  userId,
  posted: 0,
  held: 0,
  lots: [],
  holds: [],
  seq: 0,
  head: CHAIN_START,
  lastMs: 0,
  earned: { day: '', month: '', onDay: {}, inMonth: {} },
  nextExpiry: NEVER,
  noticeDue: NEVER,
  noticedFor: '',
  holdsUntilMs: NEVER_MS,
})

/** What may be spent or set aside now. */
export const availableOf = ({ posted, held }: AccountDoc): number => posted - held

/** What the jobs look for follows from the lots and the holds, and is never set by itself. */
export function withDue(account: AccountDoc): AccountDoc {
  const first = account.lots[0]?.month ?? FOR_EVER
  const nextExpiry = first === FOR_EVER ? NEVER : first
  const times = account.holds.flatMap(({ expiresAt }) => expiresAt?.getTime() ?? [])
  return {
    ...account,
    nextExpiry,
    noticeDue: nextExpiry <= account.noticedFor ? NEVER : nextExpiry,
    holdsUntilMs: Math.min(NEVER_MS, ...times),
  }
}

/** Points come in; `lots` says until when they are good. */
export const credit = (account: AccountDoc, lots: readonly Lot[]): AccountDoc =>
  withDue({
    ...account,
    posted: account.posted + sumOf(lots),
    lots: merge(account.lots, lots),
  })

/** Points go out, the oldest first. The caller has seen that so many are available. */
export function debit(account: AccountDoc, amount: number): { account: AccountDoc; taken: Lot[] } {
  assert(amount <= availableOf(account), 'a debit beyond what is available')
  const { taken, left } = takeOldest(account.lots, amount)
  return { account: withDue({ ...account, posted: account.posted - amount, lots: left }), taken }
}

/** Points that came in as `wanted` go out again; what was spent of them is taken from the oldest. */
export function debitBack(
  account: AccountDoc,
  wanted: readonly Lot[],
): { account: AccountDoc; taken: Lot[] } {
  assert(sumOf(wanted) <= availableOf(account), 'a debit beyond what is available')
  const { taken, left } = takeBack(account.lots, wanted)
  return {
    account: withDue({ ...account, posted: account.posted - sumOf(taken), lots: left }),
    taken,
  }
}

/** Sets points aside, the oldest first. */
export function addHold(
  account: AccountDoc,
  amount: number,
  hold: Pick<Hold, 'key' | 'cause' | 'heldAt' | 'expiresAt'>,
): AccountDoc {
  assert(amount > 0 && amount <= availableOf(account), 'a hold beyond what is available')
  const { taken, left } = takeOldest(account.lots, amount)
  return withDue({
    ...account,
    held: account.held + amount,
    lots: left,
    holds: [...account.holds, { ...hold, remaining: amount, lots: taken }],
  })
}

/** Pays out of a hold: the points leave the account; an emptied hold is closed. */
export function debitHold(
  account: AccountDoc,
  hold: Hold,
  amount: number,
): { account: AccountDoc; taken: Lot[] } {
  assert(amount > 0 && amount <= hold.remaining, 'more is captured than was held')
  const { taken, left } = takeOldest(hold.lots, amount)
  const remaining = hold.remaining - amount
  const holds = account.holds.flatMap((other) => {
    if (other.key !== hold.key) return [other]
    return remaining === 0 ? [] : [{ ...hold, remaining, lots: left }]
  })
  const { posted, held } = account
  return {
    account: withDue({ ...account, posted: posted - amount, held: held - amount, holds }),
    taken,
  }
}

/** What a hold still has goes back to the lots it came from. */
export const removeHold = (account: AccountDoc, hold: Hold): AccountDoc =>
  withDue({
    ...account,
    held: account.held - hold.remaining,
    lots: merge(account.lots, hold.lots),
    holds: account.holds.filter(({ key }) => key !== hold.key),
  })
