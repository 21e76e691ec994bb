import fc from 'fast-check'
import { DEEDS, type Deed, MEDALS } from '../../../types/recognition'
import type { Recognition } from '../../db/documents'
import { counted } from './count'
import { COUNTS } from './deeds'
import { progressOf, rankOf } from './levels'
import { MEDAL_RULES } from './medals'

const at = new Date('2026-03-01T08:00:00Z')
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom(...DEEDS),
    share: fc.constantFrom(100, 50, 25, 0),
  }),
  { maxLength: 60 },
)
const all = (entries: readonly { deed: Deed; share: number }[]) =>
  entries.reduce<{ recognition: Recognition | undefined; medals: string[] }>(
    ({ recognition, medals }, { deed, share }) => {
      const next = counted(recognition, [deed], share, at)
      return { recognition: next.recognition, medals: [...medals, ...next.medals] }
    },
    { recognition: undefined, medals: [] },
  )

test('contribution and counts only grow, and no deed counts for more than is published', () => {
  fc.assert(
    fc.property(deeds, (entries) => {
      let before = 0
      let recognition: Recognition | undefined
      for (const { deed, share } of entries) {
        recognition = counted(recognition, [deed], share, at).recognition
        expect(recognition.contribution).toBeGreaterThanOrEqual(before)
        expect(recognition.contribution - before).toBeLessThanOrEqual(COUNTS[deed])
        before = recognition.contribution
      }
      const total = Object.values(recognition?.counts ?? {}).reduce((sum, n) => sum + n, 0)
      expect(total).toBe(entries.length)
    }),
  )
})

test('every medal is given once, exactly when its deed was done so often', () => {
  fc.assert(
    fc.property(deeds, (entries) => {
      const { recognition, medals } = all(entries)
      expect(new Set(medals).size).toBe(medals.length)
      for (const medal of MEDALS) {
        const { deed, goal } = MEDAL_RULES[medal]
        const isDue = (recognition?.counts[deed] ?? 0) >= goal
        expect(medals.includes(medal)).toBe(isDue)
        expect(recognition?.medals[medal] !== undefined).toBe(isDue)
      }
    }),
  )
})

test('the rank is the highest level that is reached, and what is missing leads to the next', () => {
  const levels = [0, 10, 40].map((from) => ({ name: String(from), from, benefits: '' }))
  expect([0, 9, 10, 39, 40, 4000].map((have) => rankOf(levels, have))).toEqual([0, 0, 1, 1, 2, 2])
  expect(progressOf(levels, 12)).toEqual({
    contribution: 12,
    rank: 1,
    next: { rank: 2, missing: 28 },
  })
  expect(progressOf(levels, 40).next).toBeNull()
})
