import { addMonths } from './days'

test('months are counted across years', () => {
  expect(addMonths('2026-11', 12)).toBe('2027-11')
  expect(addMonths('2026-11', 2)).toBe('2027-01')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
})
