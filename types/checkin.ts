import * as v from 'valibot'
import type { EarnRule } from './points'
import { id } from './shape'

/** A day of the community's calendar, as `2026-11-21`; one that exists. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((text) => {
    const at = new Date(`${text}T00:00:00.000Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  }, 'no such day'),
)
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

/** How often a month one may make up for a missed day, and how many days it may lie back. */
export const MAKE_UPS_A_MONTH = 3
export const MAKE_UP_DAYS_BACK = 7

/** Streaks that are rewarded once a member, by the rule that says with how much (C4). */
export const MILESTONES = [
  { days: 7, rule: 'streak_7' },
  { days: 30, rule: 'streak_30' },
  { days: 100, rule: 'streak_100' },
] as const satisfies readonly { days: number; rule: EarnRule }[]

/** The streak as it stands, and how an earlier one was lost. */
export const streak = v.object({
  /** Days in a row up to today, or to yesterday while today is not over. */
  length: v.number(),
  since: v.nullable(day),
  doneToday: v.boolean(),
  best: v.number(),
  /** The streak before this one: how long it was and which day was missed first. */
  lost: v.nullable(v.object({ length: v.number(), missedDay: day, missedCount: v.number() })),
})
export type Streak = v.InferOutput<typeof streak>

export const CHECK_IN_KINDS = ['onTime', 'madeUp'] as const

const calendar = v.object({
  today: day,
  month,
  days: v.array(v.object({ day, kind: v.picklist(CHECK_IN_KINDS) })),
  /** The first day of membership: nothing before it was missed. */
  memberSince: day,
  streak,
  /** What a check-in gives by the rules in force. */
  points: v.number(),
  makeUp: v.object({
    /** Days that may be made up for, the latest first. */
    days: v.array(day),
    leftThisMonth: v.number(),
    price: v.number(),
    /** Points the member may spend now. */
    available: v.number(),
    /** Make-up cards from the store that are not used: their orders. */
    cards: v.array(v.string()),
  }),
  milestones: v.array(v.object({ days: v.number(), points: v.number(), reached: v.boolean() })),
})
export type CheckInCalendar = v.InferOutput<typeof calendar>

const outcome = v.object({ day, streak, points: v.number(), milestone: v.nullable(v.number()) })

export const checkinCalls = {
  /** What the home page needs: today's state and the streak. */
  'checkin.getToday': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      today: day,
      streak,
      points: v.number(),
      /** The last seven days, today last: whether each is done. */
      week: v.array(v.object({ day, isDone: v.boolean() })),
    }),
  },
  /** One month, by default the present one, with the streak and what may be made up for. */
  'checkin.getCalendar': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, month: v.optional(month) }),
    output: calendar,
  },
  'checkin.checkIn': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: outcome,
  },
  /** Makes up for a missed day at the price of the points rules, or with a card from the store. */
  'checkin.makeUp': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, day, card: v.optional(id) }),
    output: outcome,
  },
} as const
