import type { Award, EarnRule } from '../../../types/points'
import type { PairDoc, TransferDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { credit } from './account'
import { type Entry, openAccount, record } from './book'
import { capPeriod, capped, expiryOf, PAIR_DAYS, rulesOf, sharePercent } from './rules'

const DAY_MS = 86_400_000
/** Instants a pair keeps: more than the formula asks for. */
const PAIR_KEPT = 8

export type Earning = Pick<Entry, 'community' | 'cause' | 'actor' | 'at'> & {
  rule: EarnRule
  userId: string
  /** As promised; else what the rules in force say. */
  award?: Award
  /** The other of a pair that earns through each other: the formula of diminishing awards applies. */
  partner?: string
}

/** One award a rule, cause and member. */
export const earningKey = ({ rule, userId, cause }: Pick<Earning, 'rule' | 'userId' | 'cause'>) =>
  `${rule}:${cause.id}:${userId}`

/**
 * Gives a member what a rule says, within its caps. Three steps in the caller's transaction (get and
 * put the account, create the transfer); with a partner five. When a cap or the formula leaves
 * nothing, a transfer of zero is written all the same: it answers "why not", and the same cause does
 * not earn again tomorrow. Ends in DuplicateKey when this cause has earned before.
 */
export async function award(tx: Tx, earning: Earning): Promise<TransferDoc> {
  const { community, rule, userId, partner, at } = earning
  const account = await openAccount(tx, community._id, userId, at)
  const share =
    partner === undefined
      ? 100
      : sharePercent(await countPair(tx, community._id, userId, partner, at))
  const given = earning.award ?? rulesOf(community).awards[rule]
  const { amount, earned } = capped(account, rule, given, share, capPeriod(community, at))
  const lots = amount === 0 ? [] : [{ month: expiryOf(community, at), amount }]
  return record(
    tx,
    {
      community,
      cause: earning.cause,
      actor: earning.actor,
      at,
      key: earningKey(earning),
      reason: rule,
      params: { full: given.amount, share },
    },
    [
      { system: 'issuance', amount: 0 - amount },
      { account: { ...credit(account, lots), earned }, amount, lots },
    ],
  )
}

const pairId = (communityId: string, users: readonly [string, string]) =>
  [communityId, ...[...users].sort()].join(':')

/** How often the two earned through each other in the last days before now; counts this time in. */
async function countPair(
  tx: Tx,
  communityId: string,
  userId: string,
  partner: string,
  at: Date,
): Promise<number> {
  const _id = pairId(communityId, [userId, partner])
  const pair: PairDoc = (await tx.get('pairs', _id)) ?? {
    _id,
    v: 1,
    createdAt: at,
    communityId,
    atMs: [],
  }
  const since = at.getTime() - PAIR_DAYS * DAY_MS
  const recent = pair.atMs.filter((ms) => ms > since)
  await tx.put('pairs', { ...pair, atMs: [...recent, at.getTime()].slice(-PAIR_KEPT) })
  return recent.length
}
