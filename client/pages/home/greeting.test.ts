import { expect, it } from '@jest/globals'
import { greetingAt } from './greeting'

it.each([
  ['2026-03-01T20:59:00Z', 'home.night'],
  ['2026-03-01T21:00:00Z', 'home.morning'],
  ['2026-03-01T03:00:00Z', 'home.noon'],
  ['2026-03-01T06:00:00Z', 'home.afternoon'],
  ['2026-03-01T10:00:00Z', 'home.evening'],
  ['2026-03-01T15:00:00Z', 'home.night'],
])("greets at %s by the community's clock: %s", (at, greeting) => {
  expect(greetingAt(new Date(at), 'Asia/Shanghai')).toBe(greeting)
})
