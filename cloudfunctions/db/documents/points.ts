import type { CHECK_IN_KINDS } from '../../../types/checkin'
import type {
  AdjustmentState,
  Cause,
  DifferenceKind,
  EarnRule,
  PointsReason,
  PointsRules,
  Totals,
} from '../../../types/points'
import type { Base } from './base'

/** Points of one month of expiry: good to the end of `month`, as `2027-11`; or for ever. */
export type Lot = { month: string; amount: number }

/** Points set aside for one purpose: nobody else's, and not to be spent otherwise. */
export type Hold = {
  /** What it is for, once a purpose: `bounty:{requestId}`, `order:{orderId}`. */
  key: string
  /** What is left of it, and which lots it came from: released, they go back as they were. */
  remaining: number
  lots: Lot[]
  cause: Cause
  heldAt: Date
  /** When it is released by itself; null: by whoever made it. */
  expiresAt: Date | null
}

/**
 * `_id` = `{communityId}:{userId}`: one member's points. What it holds is the sum of the postings on
 * it, proved by a chain of hashes (docs/points.md). Written by domain/ledger alone.
 */
export type AccountDoc = Base & {
  communityId: string
  userId: string
  posted: number
  held: number
  /** What is available, by month of expiry, the oldest first. */
  lots: Lot[]
  holds: Hold[]
  /** Postings so far, the hash of the last, and its instant: the next is later, whatever the clocks say. */
  seq: number
  head: string
  lastMs: number
  /** What the rules gave on the last day and in the last month that gave anything: the caps count it. */
  earned: {
    day: string
    month: string
    onDay: Partial<Record<EarnRule, number>>
    inMonth: Partial<Record<EarnRule, number>>
  }
  /** The month of the oldest lot: what the expiry job looks for. */
  nextExpiry: string
  /** The same until its owner has been told; then after all months. */
  noticeDue: string
  noticedFor: string
  /** When the first hold is released by itself, in milliseconds; after all times when none is. */
  holdsUntilMs: number
}

/** A member's posting is a link of their account's chain; a system account has neither lots nor chain. */
export type Posting = {
  account: string
  amount: number
  lots: Lot[]
  link: { seq: number; prev: string; hash: string } | null
}

/** `_id` = `{communityId}:{key}`: one movement of points, never edited; corrected by a reversal. */
export type TransferDoc = Base & {
  communityId: string
  /** Time-ordered id; on each account in the order of its chain. */
  order: string
  /** The members' accounts of the postings: an index over "my statement". */
  accounts: string[]
  /** Add up to nothing. */
  postings: Posting[]
  reason: PointsReason
  params: Record<string, string | number>
  cause: Cause
  /** Whose act it was; null when a timer's. */
  actorUserId: string | null
  /** The transfer that this one takes back. */
  reverses: string | null
}

/** `_id` = `{communityId}:{userId}:{userId}`, in order: when two people last earned through each other. */
export type PairDoc = Base & { communityId: string; atMs: number[] }

/** `_id` = `{communityId}:{version}`: points rules as they were published, never edited. */
export type PointsRulesDoc = Base & { communityId: string; rules: PointsRules; publishedBy: string }

/** `_id` = a time-ordered id: points given, taken or taken back by hand, with who wanted and who agreed. */
export type AdjustmentDoc = Base & {
  communityId: string
  /** Whose points; of a reversal the first of those concerned. None of them decides. */
  userId: string
  concerned: string[]
  amount: number
  /** The transfer that is to be taken back; null when points are given or taken. */
  transferId: string | null
  reason: string
  state: AdjustmentState
  /** Its place in the lists: time-ordered, given with each state. */
  order: string
  /** When the timer may post it: not before it can no longer be taken back. Null unless approved. */
  postAt: Date | null
  proposedBy: string
  /** The second person. */
  decidedBy: string | null
  decidedAt: Date | null
  declineReason: string | null
}

/** `_id` = `{communityId}:{userId}:{day}`: what an admin has moved alone on a day, given and taken. */
export type AdjustmentDayDoc = Base & { communityId: string; alone: number }

/** How often members earned how much a day by one rule; see domain/ledger/forecast. */
export type Demand = {
  rule: EarnRule
  given: number
  /** Members of one pattern: on how many days they did how much, in percent of a full award. */
  patterns: { days: [percent: number, times: number][]; members: number }[]
}

/** How far a reconciliation has come on one account, and what it has added up there. */
export type Walk = {
  account: string
  userId: string
  /** What the account said when the walk began. */
  end: { seq: number; head: string; posted: number; held: number }
  /** The place of the last transfer that was walked, and the chain and the sum up to it. */
  after: string
  seq: number
  head: string
  posted: number
  /** Up to the instant that is counted. */
  transfers: number
  issued: number
  spent: number
  expired: number
  holdings: number
  differences: { kind: DifferenceKind; subject: string }[]
  /** What each rule gave in the days looked back on: percent of a full award by day. */
  earned: { rule: EarnRule; given: number; days: { day: string; percent: number }[] }[]
}

/** `_id` = `{communityId}:{day}` or a time-ordered id: one walk through a community's books. */
export type ReconciliationDoc = Base & {
  communityId: string
  state: 'running' | 'done'
  /** Time-ordered id of its start. */
  order: string
  /** Transfers up to here are counted; later ones may still be on their way. */
  countedTo: Date
  finishedAt: Date | null
  /** Slices done: a second worker at the same slice writes nothing. */
  step: number
  /** The last account whose walk was begun, and those begun that have not come to their end. */
  after: string
  open: Walk[]
  /** Every account was walked: the stored transfers are counted, so many so far, up to this one. */
  isWalked: boolean
  counted: number
  countedAfter: string
  totals: Totals
  differences: { kind: DifferenceKind; subject: string; userId: string | null }[]
  differencesCount: number
  demand: Demand[]
}

/** `_id` = `reseal`: how far sealing anew under the first key has come, see timer/reseal. */
export type ResealDoc = Base & {
  keyId: string
  /** The collection that is walked, and the last document that was looked at. */
  stage: number
  after: string
  /** Documents changed in this pass, and those that no key opens. */
  found: number
  stuck: number
  /** From here on the keys behind the first are needed by nothing. */
  doneAt: Date | null
}

/** `_id` = the name of a job: how far it has come today. */
export type JobDoc = Base & { day: string; after: string }

/** `_id` = `{communityId}:{userId}:{day}`: one check-in of a member, never changed. */
export type CheckinDoc = Base & {
  communityId: string
  userId: string
  /** Of the community's calendar: `2026-11-21`. */
  day: string
  kind: (typeof CHECK_IN_KINDS)[number]
  /** The day; of a make-up, its place among those of its month: `2026-11#0`. Unique for a member. */
  slot: string
  /** As of its writing, see domain/checkin/streak. */
  run: { ends: string; length: number; best: number }
}
