import { strict as assert } from 'node:assert'
import type { AccountDoc, Lot, TransferDoc } from '../../db/documents'
import { sumOf } from './lots'

/**
 * Months of expiry an account can hold: the longest term, those that past rules gave, and for ever.
 */
export const LOTS_MAX = 64
/** Holds open at once: twenty open requests and as many orders as one waits for. */
export const HOLDS_MAX = 40

/** What is true of every account after every movement; a breach is a bug and nothing is written. */
export function assertAccount(account: AccountDoc): void {
  const { posted, held, lots, holds, seq } = account
  for (const number of [posted, held, seq]) assert(Number.isSafeInteger(number), 'not whole')
  assert(held >= 0, 'held below zero')
  assert(posted - held >= 0, 'available below zero')
  assert(seq >= 0 && (seq === 0) === (account.lastMs === 0), 'a chain without its instant')
  assertLots(lots, posted - held, 'the lots are not what is available')
  assert(lots.length <= LOTS_MAX, 'too many lots')
  assert(holds.length <= HOLDS_MAX, 'too many holds')
  assert(new Set(holds.map(({ key }) => key)).size === holds.length, 'two holds of one key')
  const open = holds.reduce((sum, { remaining }) => sum + remaining, 0)
  assert(open === held, 'held is not the sum of open holds')
  for (const hold of holds) {
    assert(hold.remaining > 0, 'an empty hold')
    assertLots(hold.lots, hold.remaining, 'the lots of a hold are not what it holds')
  }
}

function assertLots(lots: readonly Lot[], sum: number, otherwise: string): void {
  assert(sumOf(lots) === sum, otherwise)
  for (const [i, lot] of lots.entries()) {
    assert(Number.isSafeInteger(lot.amount) && lot.amount > 0, 'an empty lot')
    const before = lots[i - 1]
    assert(before === undefined || before.month < lot.month, 'lots out of order')
  }
}

/** What is true of every transfer: whole, zero-sum, linked where and only where a member holds points. */
export function assertTransfer(transfer: TransferDoc): void {
  const { postings, accounts, communityId, reverses, _id } = transfer
  assert(postings.length >= 2, 'a transfer has two sides')
  assert(new Set(postings.map(({ account }) => account)).size === postings.length, 'one side twice')
  let sum = 0
  for (const { account, amount, lots, link } of postings) {
    assert(Number.isSafeInteger(amount), 'not whole')
    assert(account.startsWith(`${communityId}:`), 'an account of another community')
    assert((link !== null) === accounts.includes(account), 'a link without a member, or none with')
    assert(link !== null || lots.length === 0, 'a system account has no lots')
    if (link !== null) assertLots(lots, Math.abs(amount), 'the lots are not what moves')
    sum += amount
  }
  assert(sum === 0, 'points made or lost')
  assert(accounts.length > 0, 'nobody’s points move')
  assert(_id !== reverses, 'a transfer takes itself back')
}
