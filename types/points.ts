import * as v from 'valibot'
import { cursor, done, id, instant, page, person, text } from './shape'

/**
 * What earns points by the published rules (D2). Every rule here has its hook in the product; the
 * table in `docs/points.md` says where. Nothing is earned by sharing, voting or subscribing.
 */
export const EARN_RULES = [
  'help_confirmed',
  'check_in',
  'streak_7',
  'streak_30',
  'streak_100',
  'challenge_completed',
  'event_attended',
  'volunteered',
  'quiz_passed',
] as const
export const earnRule = v.picklist(EARN_RULES)
export type EarnRule = v.InferOutput<typeof earnRule>

/** Why points moved; the sentences stand in `client/i18n/points.*`, total over this list. */
export const POINTS_REASONS = [
  ...EARN_RULES,
  'bounty',
  'redeemed',
  'refunded',
  'make_up',
  'adjusted',
  'expired',
  'reversed',
] as const
export const pointsReason = v.picklist(POINTS_REASONS)
export type PointsReason = v.InferOutput<typeof pointsReason>

/** What a movement or a hold is about: where a tap on its line leads. */
export const CAUSE_KINDS = [
  'request',
  'checkIn',
  'challenge',
  'event',
  'quiz',
  'order',
  'adjustment',
  'transfer',
  'month',
] as const
export const cause = v.object({ kind: v.picklist(CAUSE_KINDS), id: v.string() })
export type Cause = v.InferOutput<typeof cause>

/** Bounds of what an admin may publish; integer points. */
export const AWARD_MAX = 500
export const CAP_MAX = 20_000
export const EXPIRY_MONTHS_MIN = 3
export const EXPIRY_MONTHS_MAX = 36
export const ADJUSTMENT_MAX = 10_000
/** What a requester may hold for each helper. */
export const BOUNTY_EACH_MAX = 500

const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** What one rule gives. `amount` 0 switches it off; a cap of null is no cap. Points, not times. */
export const award = v.object({
  amount: whole(0, AWARD_MAX),
  perDay: v.nullable(whole(1, CAP_MAX)),
  perMonth: v.nullable(whole(1, CAP_MAX)),
})
export type Award = v.InferOutput<typeof award>

export const pointsRules = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  awards: v.object(
    Object.fromEntries(EARN_RULES.map((rule) => [rule, award])) as Record<EarnRule, typeof award>,
  ),
  /** What making up for one missed check-in costs. */
  makeUpPrice: whole(0, AWARD_MAX),
  /** Points are good to the end of this many months after the one they came in; null: for ever. */
  expiryMonths: v.nullable(whole(EXPIRY_MONTHS_MIN, EXPIRY_MONTHS_MAX)),
  /** One admin alone adjusts up to this many points a day, given and taken; more needs a second. */
  adjustAloneMax: whole(0, ADJUSTMENT_MAX),
})
export type PointsRules = v.InferOutput<typeof pointsRules>

/** Where an adjustment stands. Above the limit it waits for a second person; then the timer posts it. */
export const ADJUSTMENT_STATES = ['pending', 'approved', 'posted', 'declined', 'failed'] as const
export const adjustmentState = v.picklist(ADJUSTMENT_STATES)
export type AdjustmentState = v.InferOutput<typeof adjustmentState>

/** What a nightly reconciliation may find; the sentences stand in `client/i18n/points.*`. */
export const DIFFERENCE_KINDS = [
  'chain_broken',
  'balance_differs',
  'account_unsound',
  'transfer_unsound',
  'transfer_unknown',
  'books_differ',
] as const
export const differenceKind = v.picklist(DIFFERENCE_KINDS)
export type DifferenceKind = v.InferOutput<typeof differenceKind>

/** Differences named in a result; more are counted. */
export const DIFFERENCES_SHOWN_MAX = 50
/** Days that a forecast looks back on. */
export const FORECAST_DAYS = 30

const month = v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/))

const line = v.object({
  transferId: v.string(),
  /** On this account: what came in, or less than 0 what went out. 0: a rule that gave nothing. */
  amount: v.number(),
  reason: pointsReason,
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  cause,
  /** The other member of a bounty. */
  other: v.nullable(person),
  at: instant,
  reversed: v.boolean(),
})
export type StatementLine = v.InferOutput<typeof line>

const totals = v.object({
  accounts: v.number(),
  transfers: v.number(),
  issued: v.number(),
  outstanding: v.number(),
  held: v.number(),
  spent: v.number(),
  expired: v.number(),
})
export type Totals = v.InferOutput<typeof totals>

const result = v.object({
  /** The instant up to which everything posted was counted. */
  countedTo: instant,
  finishedAt: v.nullable(instant),
  totals,
  differences: v.array(
    v.object({ kind: differenceKind, subject: v.string(), owner: v.nullable(person) }),
  ),
  differencesCount: v.number(),
})
export type ReconciliationResult = v.InferOutput<typeof result>

const adjustment = v.object({
  adjustmentId: v.string(),
  member: v.nullable(person),
  amount: v.number(),
  /** It takes a transfer back. */
  reverses: v.boolean(),
  reason: v.string(),
  state: adjustmentState,
  proposedBy: v.nullable(person),
  decidedBy: v.nullable(person),
  declineReason: v.nullable(v.string()),
  createdAt: instant,
  /** Whether the viewer is the second person who may decide. */
  mayDecide: v.boolean(),
})
export type AdjustmentView = v.InferOutput<typeof adjustment>

const reasonText = text(2, 120)
const publishable = v.omit(pointsRules, ['version']).entries

const forecastLine = v.object({
  rule: earnRule,
  /** What was given in the days looked back on, and what the changed rule would have given. */
  given: v.number(),
  wouldGive: v.number(),
  members: v.number(),
})

export const pointsCalls = {
  /** My balance, what is set aside for what, and what expires soon. */
  'points.getMine': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      posted: v.number(),
      held: v.number(),
      available: v.number(),
      holds: v.array(v.object({ amount: v.number(), cause, since: instant })),
      expiring: v.array(v.object({ month, amount: v.number() })),
      /** Earned by each rule today and this month, for those with a cap. */
      earned: v.array(v.object({ rule: earnRule, today: v.number(), thisMonth: v.number() })),
      rules: pointsRules,
      mayManage: v.boolean(),
    }),
  },
  /** Every movement on an account, the latest first: one's own, or with the duty anybody's. */
  'points.listStatement': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, memberId: v.optional(id), cursor }),
    output: page(line),
  },
  'points.getRules': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({ rules: pointsRules, mayPublish: v.boolean() }),
  },
  /** `basedOn` is the version that was edited: two admins cannot overwrite each other unseen. */
  'points.publishRules': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId: id, basedOn: pointsRules.entries.version, ...publishable }),
    output: v.object({ version: v.number() }),
  },
  /** What changed awards would have given over the last days, by what the last reconciliation saw. */
  'points.forecast': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, awards: publishable.awards }),
    output: v.object({ countedTo: v.nullable(instant), lines: v.array(forecastLine) }),
  },
  /** The books as the last reconciliation proved them, and how far a running one has come. */
  'points.getBooks': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      last: v.nullable(result),
      running: v.nullable(v.object({ startedAt: instant, accounts: v.number() })),
      adjustmentsWaiting: v.number(),
    }),
  },
  'points.startReconciliation': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: done,
  },
  /** Gives or takes points with a reason; up to the published limit at once, above it after a second. */
  'points.adjust': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      memberId: id,
      amount: v.pipe(
        whole(-ADJUSTMENT_MAX, ADJUSTMENT_MAX),
        v.check((amount) => amount !== 0, 'nothing moves'),
      ),
      reason: reasonText,
    }),
    output: v.object({ state: adjustmentState }),
  },
  /** Takes a transfer back, under the same limit. */
  'points.reverse': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId: id, transferId: id, reason: reasonText }),
    output: v.object({ state: adjustmentState }),
  },
  'points.listAdjustments': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, view: v.picklist(['pending', 'settled']), cursor }),
    output: page(adjustment),
  },
  'points.decideAdjustment': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      adjustmentId: id,
      verdict: v.picklist(['approve', 'decline']),
      reason: v.optional(reasonText),
    }),
    output: done,
  },
  /** Takes one's own decision back while it is fresh. */
  'points.undoDecision': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, adjustmentId: id }),
    output: done,
  },
} as const
