import { averageOf, rateOf } from './rates'

test('of nothing there is no rate and no average', () => {
  expect(rateOf(0, 0)).toBeNull()
  expect(averageOf([0, 0, 0, 0, 0])).toBeNull()
})

test('rates are whole per cents, stars go to a tenth', () => {
  expect(rateOf(2, 3)).toBe('67%')
  expect(rateOf(0, 3)).toBe('0%')
  expect(averageOf([1, 0, 0, 0, 2])).toBe('3.7')
})
