import { formOf, mistakesOf, newForm } from './form'

const typed = { ...newForm('2026-11-30'), title: '七天早起' }

test('a new challenge begins tomorrow and may be sent once it has a name', () => {
  expect(newForm('2026-12-31').firstDay).toBe('2027-01-01')
  expect(mistakesOf(newForm('2026-11-30'))).toEqual({ title: 2 })
  expect(mistakesOf(typed)).toEqual({})
  expect(formOf(typed)).toMatchObject({ daysNeeded: 15, capacity: 100 })
})

test('days that end before they begin, and more days than there are, are mistakes', () => {
  expect(mistakesOf({ ...typed, lastDay: '2026-11-20' })).toMatchObject({ lastDay: 100 })
  expect(mistakesOf({ ...typed, lastDay: typed.firstDay })).toEqual({ daysNeeded: 1 })
  expect(mistakesOf({ ...typed, daysNeeded: '', capacity: '1' })).toMatchObject({
    daysNeeded: 21,
    capacity: 500,
  })
})
