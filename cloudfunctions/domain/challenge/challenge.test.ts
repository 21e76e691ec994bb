import fc from 'fast-check'
import { PART_STATES, type PartState } from '../../../types/challenge'
import { addDays } from '../checkin/calendar-day'
import { dayOf, startOfDay } from '../days'
import { aboveScore, freeSlots, NO_SLOT, noSlot, placesOf, scoreOf } from './places'
import { PART_WAYS, phaseOf, wayOf } from './states'

const STEPS = Object.keys(PART_WAYS) as (keyof typeof PART_WAYS)[]

test('whatever steps come in whatever order, a settled part stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
      let state: PartState = 'joined'
      let end: PartState | null = null
      for (const step of steps) {
        state = wayOf(step, state) ?? state
        if (end !== null) expect(state).toBe(end)
        if (state === 'completed' || state === 'missed') end = state
      }
      expect(PART_STATES).toContain(state)
    }),
  )
})

test('a challenge is to come, runs from the first to the last day, then waits to be settled', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(99), fc.integer({ min: -200, max: 500 }), (begin, more, on) => {
      const firstDay = addDays('2026-01-01', begin)
      const lastDay = addDays(firstDay, more)
      const phase = phaseOf({ state: 'open', firstDay, lastDay }, addDays('2026-01-01', on))
      const expected = on < begin ? 'upcoming' : on <= begin + more ? 'running' : 'settling'
      expect(phase).toBe(expected)
    }),
  )
})

test('as people come and go there are never more of them than places, and no place is held twice', () => {
  const moves = fc.array(fc.tuple(fc.nat(9), fc.boolean(), fc.nat(99)), { maxLength: 80 })
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), moves, (capacity, tries) => {
      const held = new Map<number, string>()
      for (const [person, wantsIn, pick] of tries) {
        if (!wantsIn) held.set(person, noSlot(String(person)))
        else if ((held.get(person) ?? NO_SLOT) >= NO_SLOT) {
          const taken = [...held.values()].filter((slot) => slot < NO_SLOT)
          const free = freeSlots(capacity, taken)
          expect(free).toHaveLength(capacity - taken.length)
          const slot = free[pick % Math.max(1, free.length)]
          if (slot !== undefined) held.set(person, slot)
        }
        const inside = [...held.values()].filter((slot) => slot < NO_SLOT)
        expect(inside.length).toBeLessThanOrEqual(capacity)
        expect(new Set(inside).size).toBe(inside.length)
      }
    }),
  )
})

test('equal days have equal places, page by page as in one list', () => {
  const people = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(9999)), {
    selector: ([, id]) => id,
    maxLength: 30,
  })
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const scores = parts.map(([days, id]) => ({ days, score: scoreOf(days, String(id)) }))
      scores.sort((a, b) => (a.score < b.score ? 1 : -1))
      const expected = scores.map(
        ({ days }) => 1 + scores.filter((other) => other.days > days).length,
      )
      const paged: number[] = []
      for (let from = 0; from < scores.length; from += size) {
        const page = scores.slice(from, from + size)
        const [first] = page
        if (!first) break
        const countAbove = (score: string) => scores.filter((one) => one.score > score).length
        const around = { above: countAbove(aboveScore(first.days)), ahead: countAbove(first.score) }
        paged.push(
          ...placesOf(
            page.map(({ days }) => days),
            around,
          ),
        )
      }
      expect(paged).toEqual(expected)
    }),
  )
})

test.each([
  'Asia/Shanghai',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Beirut',
])('a day in %s begins at its first instant, also where the clocks change', (timeZone) => {
  fc.assert(
    fc.property(fc.nat(4000), (n) => {
      const day = addDays('2015-01-01', n)
      const start = startOfDay(day, timeZone)
      expect(dayOf(start, timeZone) >= day).toBe(true)
      expect(dayOf(new Date(start.getTime() - 1), timeZone) < day).toBe(true)
    }),
    { numRuns: 40 },
  )
})
