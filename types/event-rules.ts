import * as v from 'valibot'
import { count, id, instant } from './shape'

/** What repeated no-shows lead to: sign-ups wait for the organiser, or there are none for a while. */
export const NO_SHOW_CONSEQUENCES = ['none', 'approval', 'pause'] as const
export type NoShowConsequence = (typeof NO_SHOW_CONSEQUENCES)[number]

/** The bounds of what a community may publish. */
export const NO_SHOW_BOUNDS = { times: [1, 5], withinDays: [30, 365], pauseDays: [7, 90] } as const
/** A no-show can be disputed for so many days after the event. */
export const DISPUTE_DAYS = 14

/** After so many no-shows within so many days; `none` records them and does nothing. */
export const noShowRule = v.object({
  consequence: v.picklist(NO_SHOW_CONSEQUENCES),
  times: count(...NO_SHOW_BOUNDS.times),
  withinDays: count(...NO_SHOW_BOUNDS.withinDays),
  /** How long nobody can sign up, from the last no-show. */
  pauseDays: count(...NO_SHOW_BOUNDS.pauseDays),
})
export type NoShowRule = v.InferOutput<typeof noShowRule>

/** How the rule stands for one person now; null where it does not hold them. */
export const signUpLimit = v.object({
  consequence: v.picklist(['approval', 'pause']),
  missed: v.number(),
  withinDays: v.number(),
  /** Until when a pause lasts. */
  until: v.nullable(instant),
})
export type SignUpLimit = v.InferOutput<typeof signUpLimit>

/** Part of the domain `event`. */
export const eventRulesCalls = {
  /** The rule in force, and how it stands for the one who asks. */
  'event.getRules': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      version: v.number(),
      noShow: noShowRule,
      /** No-shows of one's own within the rule's days. */
      missed: v.number(),
      limit: v.nullable(signUpLimit),
      mayPublish: v.boolean(),
    }),
  },
  /** `basedOn`: the version that was edited. Refuses `event_rules_outdated`. */
  'event.publishRules': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId: id, basedOn: count(0, 1_000_000), noShow: noShowRule }),
    output: v.object({ version: v.number() }),
  },
} as const
