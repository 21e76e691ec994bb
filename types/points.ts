import * as v from 'valibot'

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
  /** One admin alone adjusts up to this many points; more needs a second. */
  adjustAloneMax: whole(0, ADJUSTMENT_MAX),
})
export type PointsRules = v.InferOutput<typeof pointsRules>
