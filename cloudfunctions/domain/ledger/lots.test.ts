import { FOR_EVER, merge, takeBack, takeOldest } from './lots'

const lot = (month: string, amount: number) => ({ month, amount })

test('points that never expire are used last', () => {
  const lots = merge([lot(FOR_EVER, 4)], [lot('2026-12', 3)])
  expect(lots).toEqual([lot('2026-12', 3), lot(FOR_EVER, 4)])
  expect(takeOldest(lots, 5)).toEqual({
    taken: [lot('2026-12', 3), lot(FOR_EVER, 2)],
    left: [lot(FOR_EVER, 2)],
  })
})

test('what is taken back comes from its own months, what is missing from the oldest, and no empty lot stays', () => {
  const lots = [lot('2026-11', 5), lot('2026-12', 3)]
  expect(takeBack(lots, [lot('2026-12', 3)])).toEqual({
    taken: [lot('2026-12', 3)],
    left: [lot('2026-11', 5)],
  })
  expect(takeBack(lots, [lot('2026-12', 7)])).toEqual({
    taken: [lot('2026-11', 4), lot('2026-12', 3)],
    left: [lot('2026-11', 1)],
  })
  expect(takeBack(lots, [])).toEqual({ taken: [], left: lots })
})
