import type { PresetKey, Role } from '../../types/community'
import type { Rating, Urgency } from '../../types/help-rules'
import type { StandingView } from '../../types/help-views'
import type { Answers } from '../../types/template'
import type { CastMember } from './people'

/**
 * A demo community as a story: who came when, who asked what, and what became of it. Data only; the
 * teller (`seed.ts`) plays it through the real calls in the order of time.
 */
export type Story = {
  readonly group: string
  readonly community: {
    readonly preset: PresetKey
    readonly name: string
    readonly purpose: string
  }
  readonly founder: CastMember
  readonly foundedAt: Moment
  readonly applications: readonly Application[]
  readonly asks: readonly Ask[]
  readonly standing: readonly Standing[]
  /** Until then everyone has read what was in the inbox. */
  readonly readUntil: Moment
}

/** A time in the past, by the day and clock of the community's time zone, or close to now. */
export type Moment = readonly [daysAgo: number, clock: string] | { readonly minutesAgo: number }

/** A deadline: hours or days ahead of now, or in the past. */
export type Deadline =
  | Moment
  | { readonly hoursAhead: number }
  | readonly [daysAhead: `+${number}`, clock: string]

/** What somebody can always help with. */
export type Standing = {
  readonly by: CastMember
  readonly at: Moment
  readonly kind: StandingView['kind']
  readonly title: string
  readonly details: string
}

export type Application = {
  readonly who: CastMember
  readonly at: Moment
  readonly answers: Answers
  readonly decided?: {
    readonly by: CastMember
    readonly at: Moment
    /** Declined for this reason; else approved. */
    readonly reason?: string
    readonly role?: Exclude<Role, 'owner' | 'member'>
  }
}

export type Ask = {
  readonly by: CastMember
  readonly at: Moment
  readonly form: string
  readonly deadline: Deadline
  readonly helpersNeeded?: number
  readonly urgency?: Urgency
  /** All but the deadline. */
  readonly answers: Answers
  /** What followed, in the order of time. */
  readonly turns: readonly Turn[]
}

export type Turn = { readonly at: Moment } & (
  | { readonly offer: CastMember; readonly words: string }
  | { readonly accept: CastMember }
  | { readonly decline: CastMember; readonly reason: string }
  | { readonly done: CastMember }
  | { readonly thank: CastMember; readonly words: string }
  | { readonly close: string }
  /** Said to the people of the match. */
  | { readonly talk: CastMember; readonly words: string }
  | { readonly rate: CastMember; readonly of: CastMember; readonly score: Rating['score'] }
)
