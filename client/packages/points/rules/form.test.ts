import { expect, test } from '@jest/globals'
import { EARN_RULES, type PointsRules } from '../../../../types/points'
import { mistakesOf, rulesOf, typedOf } from './form'

const award = { amount: 10, perDay: 40, perMonth: null }
const rules: PointsRules = {
  version: 3,
  awards: Object.fromEntries(EARN_RULES.map((rule) => [rule, award])) as PointsRules['awards'],
  makeUpPrice: 10,
  expiryMonths: null,
  adjustAloneMax: 100,
}

test('rules come back from the form as they went in', () => {
  expect({ version: typedOf(rules).basedOn, ...rulesOf(typedOf(rules)) }).toEqual(rules)
  expect(mistakesOf(typedOf(rules))).toEqual({})
})

test('numbers out of bounds and empty amounts are named, empty caps are none', () => {
  const form = typedOf(rules)
  form.awards.check_in = { amount: '', perDay: '0', perMonth: '' }
  form.expiryMonths = '2'
  expect(mistakesOf(form)).toEqual({
    'check_in.amount': { min: 0, max: 500 },
    'check_in.perDay': { min: 1, max: 20_000 },
    expiryMonths: { min: 3, max: 36 },
  })
})
