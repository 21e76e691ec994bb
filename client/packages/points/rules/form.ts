import {
  ADJUSTMENT_MAX,
  AWARD_MAX,
  CAP_MAX,
  EARN_RULES,
  type EarnRule,
  EXPIRY_MONTHS_MAX,
  EXPIRY_MONTHS_MIN,
  type PointsRules,
} from '../../../../types/points'

/** The rules as they are typed: empty is no cap. */
export type Typed = {
  basedOn: number
  awards: Record<EarnRule, { amount: string; perDay: string; perMonth: string }>
  makeUpPrice: string
  expiryMonths: string
  adjustAloneMax: string
}

/** What was typed as a number; null when nothing was. */
const numberOf = (value: string): number | null => (value === '' ? null : Number(value))

const typed = (value: number | null) => (value === null ? '' : String(value))

export const typedOf = (rules: PointsRules): Typed => ({
  basedOn: rules.version,
  awards: Object.fromEntries(
    EARN_RULES.map((rule) => {
      const { amount, perDay, perMonth } = rules.awards[rule]
      return [rule, { amount: typed(amount), perDay: typed(perDay), perMonth: typed(perMonth) }]
    }),
  ) as Typed['awards'],
  makeUpPrice: typed(rules.makeUpPrice),
  expiryMonths: typed(rules.expiryMonths),
  adjustAloneMax: typed(rules.adjustAloneMax),
})

/** What is published of it; places that hold no number count as the least. */
export const rulesOf = (form: Typed): Omit<PointsRules, 'version'> => ({
  awards: Object.fromEntries(
    EARN_RULES.map((rule) => {
      const { amount, perDay, perMonth } = form.awards[rule]
      return [
        rule,
        { amount: numberOf(amount) ?? 0, perDay: numberOf(perDay), perMonth: numberOf(perMonth) },
      ]
    }),
  ) as PointsRules['awards'],
  makeUpPrice: numberOf(form.makeUpPrice) ?? 0,
  expiryMonths: numberOf(form.expiryMonths),
  adjustAloneMax: numberOf(form.adjustAloneMax) ?? 0,
})

export type Mistake = { min: number; max: number }

/** The places whose number is outside what the contract takes, with its bounds. */
export function mistakesOf(form: Typed): Record<string, Mistake> {
  const found: Record<string, Mistake> = {}
  const look = (name: string, value: string, min: number, max: number, optional = false) => {
    const number = numberOf(value)
    if (number === null ? !optional : number < min || number > max) found[name] = { min, max }
  }
  for (const rule of EARN_RULES) {
    const { amount, perDay, perMonth } = form.awards[rule]
    look(`${rule}.amount`, amount, 0, AWARD_MAX)
    look(`${rule}.perDay`, perDay, 1, CAP_MAX, true)
    look(`${rule}.perMonth`, perMonth, 1, CAP_MAX, true)
  }
  look('makeUpPrice', form.makeUpPrice, 0, AWARD_MAX)
  look('expiryMonths', form.expiryMonths, EXPIRY_MONTHS_MIN, EXPIRY_MONTHS_MAX, true)
  look('adjustAloneMax', form.adjustAloneMax, 0, ADJUSTMENT_MAX)
  return found
}
