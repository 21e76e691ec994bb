import { EARN_RULES } from '../../../types/points'
import { countDemand, demandBook, forecast, storedDemand } from './forecast'
import { FIRST_RULES } from './rules'

describe('a forecast', () => {
  const awards = (amount: number, perDay: number | null, perMonth: number | null) => ({
    ...FIRST_RULES.awards,
    check_in: { amount, perDay, perMonth },
  })
  const line = (stored: ReturnType<typeof storedDemand>, changed: ReturnType<typeof awards>) =>
    forecast(stored, changed).find(({ rule }) => rule === 'check_in')

  test('gives each member’s days within the caps', () => {
    const book = demandBook([])
    countDemand(book, 'check_in', 6, [100, 100, 300])
    countDemand(book, 'check_in', 4, [300, 100, 100])
    countDemand(book, 'check_in', 0, [50])
    const stored = storedDemand(demandBook(storedDemand(book)))
    expect(stored[0]?.patterns).toHaveLength(2)
    expect(line(stored, awards(2, null, null))).toEqual({
      rule: 'check_in',
      given: 10,
      wouldGive: 2 * 10 + 1,
      members: 3,
    })
    expect(line(stored, awards(2, 3, null))?.wouldGive).toBe(2 * 7 + 1)
    expect(line(stored, awards(2, 3, 6))?.wouldGive).toBe(2 * 6 + 1)
    expect(line(stored, awards(0, null, null))?.wouldGive).toBe(0)
  })

  test('of a rule that nobody used gives nothing', () => {
    const book = demandBook([])
    countDemand(book, 'check_in', 0, [])
    expect(line(storedDemand(book), awards(2, null, null))).toMatchObject({
      wouldGive: 0,
      members: 0,
    })
  })

  test('keeps each rule by itself, and names those that nobody used', () => {
    const book = demandBook([])
    countDemand(book, 'streak_7', 5, [100])
    countDemand(book, 'check_in', 2, [100, 100])
    const all = forecast(storedDemand(book), awards(3, null, null))
    expect(all.map(({ rule }) => rule)).toEqual(EARN_RULES)
    expect(all.filter(({ members }) => members > 0)).toEqual([
      { rule: 'check_in', given: 2, wouldGive: 6, members: 1 },
      { rule: 'streak_7', given: 5, wouldGive: 5, members: 1 },
    ])
  })

  test('stays bounded: beyond two hundred patterns a new one counts as an even share of each day', () => {
    const book = demandBook([])
    for (let n = 1; n <= 200; n++) countDemand(book, 'check_in', 1, [n, n + 300])
    const patterns = () => storedDemand(book)[0]?.patterns ?? []
    expect(patterns()[199]).toEqual({
      days: [
        [200, 1],
        [500, 1],
      ],
      members: 1,
    })
    countDemand(book, 'check_in', 1, [301, 1])
    expect(patterns()).toHaveLength(200)
    expect(patterns()[0]?.members).toBe(2)
    // 290 on two days is 145 each; full awards are counted, so 100 each.
    countDemand(book, 'check_in', 1, [40, 250])
    countDemand(book, 'check_in', 1, [50, 60])
    countDemand(book, 'check_in', 1, [250, 60, 140])
    expect(patterns().slice(200)).toEqual([
      { days: [[100, 2]], members: 2 },
      { days: [[200, 3]], members: 1 },
    ])
  })
})
