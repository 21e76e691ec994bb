import { FOR_EVER, merge, takeBack, takeOldest } from './lots'

const lot = (month: string, amount: number) => ({ month, amount })
const lots = [lot('2026-01', 5), lot('2026-02', 5)]

test('are taken oldest first, whole and in part', () => {
  expect(takeOldest(lots, 5)).toEqual({ taken: [lots[0]], left: [lots[1]] })
  expect(takeOldest(lots, 7)).toEqual({
    taken: [lots[0], lot('2026-02', 2)],
    left: [lot('2026-02', 3)],
  })
  expect(takeOldest(lots, 0)).toEqual({ taken: [], left: lots })
  for (const amount of [11, -1]) {
    expect(() => takeOldest(lots, amount)).toThrow('more is taken than there is')
  }
})

test('that never expire are used last', () => {
  const mixed = merge([lot(FOR_EVER, 4)], [lot('2026-12', 3)])
  expect(mixed).toEqual([lot('2026-12', 3), lot(FOR_EVER, 4)])
  expect(takeOldest(mixed, 5)).toEqual({
    taken: [lot('2026-12', 3), lot(FOR_EVER, 2)],
    left: [lot(FOR_EVER, 2)],
  })
})

test('are taken back by month, then oldest first, and no empty one stays', () => {
  expect(takeBack(lots, [lot('2026-02', 4)])).toEqual({
    taken: [lot('2026-02', 4)],
    left: [lots[0], lot('2026-02', 1)],
  })
  expect(takeBack(lots, [lot('2026-02', 5)])).toEqual({ taken: [lots[1]], left: [lots[0]] })
  expect(takeBack(lots, [lot('2026-02', 7)])).toEqual({
    taken: [lot('2026-01', 2), lots[1]],
    left: [lot('2026-01', 3)],
  })
  expect(takeBack(lots, [lot('2027-01', 5)])).toEqual({ taken: [lots[0]], left: [lots[1]] })
  expect(takeBack(lots, [])).toEqual({ taken: [], left: lots })
})

test('are merged one a month in order, without empty ones', () => {
  expect(merge(lots, [lot('2025-12', 1), lot('2026-02', 2), lot('2026-05', 0)])).toEqual([
    lot('2025-12', 1),
    lot('2026-01', 5),
    lot('2026-02', 7),
  ])
})
