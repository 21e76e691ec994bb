import { type DifferenceKind, EARN_RULES } from '../../../types/points'
import type { AccountDoc, TransferDoc, Walk } from '../../db/documents'
import { dayOf } from '../days'
import { CHAIN_START, hashLink } from './chain'
import { assertAccount, assertTransfer } from './invariants'

export type Cut = {
  /** Transfers of this instant and before are counted; later ones may still be on their way. */
  countedTo: Date
  /** Earnings from here on are looked at for the forecast. */
  since: Date
  timeZone: string
}

/** More of one account name the same breach again. */
const DIFFERENCES_EACH_MAX = 3

/**
 * The walk along one account's chain before its first step. What the account says now is kept with
 * it: the transfers are read after the account, so that all of them are there, and a walk that is
 * interrupted goes on towards the same end.
 */
export function beginWalk(account: AccountDoc): Walk {
  const { _id, userId, seq, head, posted, held } = account
  const walk: Walk = {
    account: _id,
    userId,
    end: { seq, head, posted, held },
    after: '',
    seq: 0,
    head: CHAIN_START,
    posted: 0,
    transfers: 0,
    issued: 0,
    spent: 0,
    expired: 0,
    holdings: 0,
    differences: [],
    earned: [],
  }
  if (!holds(() => assertAccount(account))) differ(walk, 'account_unsound', _id)
  return walk
}

/**
 * One page of transfers further: every link follows the one before, every hash is right, every
 * transfer adds up to nothing. What was walked before is left as it is.
 */
export function walkOn(before: Walk, page: readonly TransferDoc[], cut: Cut): Walk {
  const walk = structuredClone(before)
  for (const transfer of page) {
    walk.after = transfer.order
    const isCounted = transfer.createdAt <= cut.countedTo
    if (walk.seq >= walk.end.seq) {
      // Posted after the account was read; one that claims to be older was slipped in.
      if (isCounted) differ(walk, 'transfer_unknown', transfer._id)
      continue
    }
    if (!holds(() => assertTransfer(transfer))) differ(walk, 'transfer_unsound', transfer._id)
    const posting = transfer.postings.find(({ account }) => account === walk.account)
    const link = posting?.link
    if (!posting || !link) {
      differ(walk, 'chain_broken', transfer._id)
      continue
    }
    walk.seq += 1
    const { account, seq, head: prev } = walk
    const expected = hashLink(transfer, { account, seq, prev })
    if (link.seq !== seq || link.prev !== prev || link.hash !== expected) {
      differ(walk, 'chain_broken', transfer._id)
    }
    walk.head = link.hash
    walk.posted += posting.amount
    if (isCounted) count(walk, transfer, posting.amount, cut)
  }
  return walk
}

/** After the last page: the sum must be what the account says, and the chain must end where it says. */
export function endWalk(before: Walk): Walk {
  const walk = structuredClone(before)
  const { end, seq, head, posted, account } = walk
  if (seq !== end.seq || head !== end.head) differ(walk, 'chain_broken', account)
  if (posted !== end.posted) differ(walk, 'balance_differs', account)
  return walk
}

function differ({ differences }: Walk, kind: DifferenceKind, subject: string): void {
  if (differences.length < DIFFERENCES_EACH_MAX) differences.push({ kind, subject })
}

/** A transfer between two members is met twice; its other sides are counted with the first of them. */
function count(walk: Walk, transfer: TransferDoc, amount: number, cut: Cut): void {
  walk.holdings += amount
  const { communityId, accounts, postings, reason, createdAt, params } = transfer
  if (accounts[0] === walk.account) {
    walk.transfers += 1
    const on = (system: string) =>
      postings.find(({ account }) => account === `${communityId}:${system}`)?.amount ?? 0
    walk.issued += 0 - on('issuance')
    walk.spent += on('store')
    walk.expired += on('expired')
  }
  const rule = EARN_RULES.find((one) => one === reason)
  if (rule === undefined || createdAt < cut.since) return
  let earned = walk.earned.find((one) => one.rule === rule)
  if (!earned) {
    earned = { rule, given: 0, days: [] }
    walk.earned.push(earned)
  }
  earned.given += amount
  const percent = Number(params.share ?? 100)
  const day = dayOf(createdAt, cut.timeZone)
  const known = earned.days.find((one) => one.day === day)
  if (known) known.percent += percent
  else earned.days.push({ day, percent })
}

function holds(assertion: () => void): boolean {
  try {
    assertion()
    return true
  } catch {
    return false
  }
}
