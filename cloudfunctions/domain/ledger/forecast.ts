import { EARN_RULES, type EarnRule, type PointsRules } from '../../../types/points'
import type { Demand } from '../../db/documents'

/** Patterns kept of one rule; the many members who do the same are one pattern. */
const PATTERNS_MAX = 200

/** What members did by each rule in the days looked back on, full awards and parts of them. */
export type DemandBook = Map<EarnRule, { given: number; patterns: Map<string, number> }>

/**
 * Counts one member's days of one rule: `percents` holds, for each day on which they did something,
 * its sum in percent of a full award, before any cap. Beyond PATTERNS_MAX different patterns a member
 * counts as if they had done an even share each day.
 */
export function countDemand(
  book: DemandBook,
  rule: EarnRule,
  given: number,
  percents: readonly number[],
): void {
  const entry = book.get(rule) ?? { given: 0, patterns: new Map<string, number>() }
  book.set(rule, entry)
  entry.given += given
  if (percents.length === 0) return
  const exact = patternOf(percents)
  const even = () => {
    const sum = percents.reduce((a, b) => a + b, 0)
    return patternOf(percents.map(() => Math.round(sum / percents.length / 100) * 100))
  }
  const isNew = !entry.patterns.has(exact) && entry.patterns.size >= PATTERNS_MAX
  const pattern = isNew ? even() : exact
  entry.patterns.set(pattern, (entry.patterns.get(pattern) ?? 0) + 1)
}

function patternOf(percents: readonly number[]): string {
  const times = new Map<number, number>()
  for (const percent of percents) times.set(percent, (times.get(percent) ?? 0) + 1)
  return JSON.stringify([...times].sort(([a], [b]) => a - b))
}

/** As it is stored, and back. */
export const storedDemand = (book: DemandBook): Demand[] =>
  [...book].map(([rule, { given, patterns }]) => ({
    rule,
    given,
    patterns: [...patterns].map(([days, members]) => ({ days: JSON.parse(days), members })),
  }))

export const demandBook = (stored: readonly Demand[]): DemandBook =>
  new Map(
    stored.map(({ rule, given, patterns }) => [
      rule,
      {
        given,
        patterns: new Map(patterns.map(({ days, members }) => [JSON.stringify(days), members])),
      },
    ]),
  )

/**
 * What these awards would have given over the same days, had everybody done the same: each member's
 * days within the day's cap, and their sum within the month's. Days count as one month; points are
 * rounded down once a day.
 */
export function forecast(stored: readonly Demand[], awards: PointsRules['awards']) {
  return EARN_RULES.map((rule) => {
    const demand = stored.find((one) => one.rule === rule)
    const { amount, perDay, perMonth } = awards[rule]
    let wouldGive = 0
    let members = 0
    for (const pattern of demand?.patterns ?? []) {
      let each = 0
      for (const [percent, times] of pattern.days) {
        const day = Math.floor((amount * percent) / 100)
        each += Math.min(day, perDay ?? day) * times
      }
      wouldGive += Math.min(each, perMonth ?? each) * pattern.members
      members += pattern.members
    }
    return { rule, given: demand?.given ?? 0, wouldGive, members }
  })
}
