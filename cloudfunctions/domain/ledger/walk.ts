import { type DifferenceKind, EARN_RULES, type EarnRule } from '../../../types/points'
import type { AccountDoc, TransferDoc } from '../../db/documents'
import { dayOf } from '../days'
import { CHAIN_START, hashLink } from './chain'
import { assertAccount, assertTransfer } from './invariants'

/** What one account's transfers add up to, up to the instant that is counted. */
export type Walked = {
  transfers: number
  issued: number
  spent: number
  expired: number
  holdings: number
  differences: { kind: DifferenceKind; subject: string }[]
  /** By rule: what was given in the days looked back on, and percent of a full award by day. */
  earned: Map<EarnRule, { given: number; byDay: Map<string, number> }>
}

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
 * Walks one account along its chain, a page of transfers at a time: every link follows the one before,
 * every hash is right, every transfer adds up to nothing, and the sum is what the account says. The
 * account was read first, so that all its transfers are there.
 */
export async function walkAccount(
  account: AccountDoc,
  pages: AsyncIterable<readonly TransferDoc[]>,
  cut: Cut,
): Promise<Walked> {
  const walked = emptyWalk()
  const differ = (kind: DifferenceKind, subject: string) => {
    if (walked.differences.length < DIFFERENCES_EACH_MAX) walked.differences.push({ kind, subject })
  }
  if (!holds(() => assertAccount(account))) differ('account_unsound', account._id)
  let seq = 0
  let head = CHAIN_START
  let posted = 0
  for await (const page of pages) {
    for (const transfer of page) {
      const isCounted = transfer.createdAt <= cut.countedTo
      if (seq >= account.seq) {
        // Posted after the account was read; one that claims to be older was slipped in.
        if (isCounted) differ('transfer_unknown', transfer._id)
        continue
      }
      if (!holds(() => assertTransfer(transfer))) differ('transfer_unsound', transfer._id)
      const posting = transfer.postings.find((one) => one.account === account._id)
      const link = posting?.link
      if (!posting || !link) {
        differ('chain_broken', transfer._id)
        continue
      }
      seq += 1
      const expected = hashLink(transfer, { account: account._id, seq, prev: head })
      if (link.seq !== seq || link.prev !== head || link.hash !== expected) {
        differ('chain_broken', transfer._id)
      }
      head = link.hash
      posted += posting.amount
      if (isCounted) count(walked, transfer, account._id, posting.amount, cut)
    }
  }
  if (seq !== account.seq || head !== account.head) differ('chain_broken', account._id)
  if (posted !== account.posted) differ('balance_differs', account._id)
  return walked
}

const emptyWalk = (): Walked => ({
  transfers: 0,
  issued: 0,
  spent: 0,
  expired: 0,
  holdings: 0,
  differences: [],
  earned: new Map(),
})

/** A transfer between two members is met twice; its other sides are counted with the first of them. */
function count(
  walked: Walked,
  transfer: TransferDoc,
  account: string,
  amount: number,
  cut: Cut,
): void {
  walked.holdings += amount
  const { communityId, accounts, postings, reason, createdAt, params } = transfer
  if (accounts[0] === account) {
    walked.transfers += 1
    const on = (system: string) =>
      postings.find((one) => one.account === `${communityId}:${system}`)?.amount ?? 0
    walked.issued += 0 - on('issuance')
    walked.spent += on('store')
    walked.expired += on('expired')
  }
  const rule = EARN_RULES.find((one) => one === reason)
  if (rule === undefined || createdAt < cut.since) return
  const earned = walked.earned.get(rule) ?? { given: 0, byDay: new Map<string, number>() }
  walked.earned.set(rule, earned)
  const day = dayOf(createdAt, cut.timeZone)
  earned.given += amount
  earned.byDay.set(day, (earned.byDay.get(day) ?? 0) + Number(params.share ?? 100))
}

function holds(assertion: () => void): boolean {
  try {
    assertion()
    return true
  } catch {
    return false
  }
}
