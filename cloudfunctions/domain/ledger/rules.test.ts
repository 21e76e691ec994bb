import * as v from 'valibot'
import { pointsRules } from '../../../types/points'
import type { CommunityDoc } from '../../db/documents'
import { expiryOf, FIRST_RULES, rulesOf, sharePercent } from './rules'

const community = { _id: 'c1', timeZone: 'Asia/Shanghai', points: FIRST_RULES } as CommunityDoc

describe('rules', () => {
  test('are those every community starts with until it publishes its own', () => {
    const { points: _points, ...plain } = community
    expect(rulesOf(plain as CommunityDoc)).toEqual(FIRST_RULES)
    const own = { ...community, points: { ...FIRST_RULES, version: 4, makeUpPrice: 1 } }
    expect(rulesOf(own)).toMatchObject({ version: 4, makeUpPrice: 1 })
  })

  test('the first ones could be published as they are, and reward no quiz', () => {
    expect(v.parse(pointsRules, FIRST_RULES)).toEqual(FIRST_RULES)
    expect(FIRST_RULES.awards.quiz_passed.amount).toBe(0)
  })

  test('a rule that is newer than the published version is as it came', () => {
    const { check_in: _gone, ...awards } = FIRST_RULES.awards
    const old = { ...community, points: { ...FIRST_RULES, awards } } as CommunityDoc
    expect(rulesOf(old).awards.check_in).toEqual(FIRST_RULES.awards.check_in)
  })

  test('points are good to the end of a month, in the community’s zone', () => {
    const newYear = new Date('2026-12-31T16:00:00Z')
    expect(expiryOf(community, newYear)).toBe('2028-01')
    expect(expiryOf(community, new Date(newYear.getTime() - 1))).toBe('2027-12')
  })

  test('a pair earns in full twice, then half, a quarter, nothing', () => {
    expect([0, 1, 2, 3, 4, 9].map(sharePercent)).toEqual([100, 100, 50, 25, 0, 0])
  })
})
