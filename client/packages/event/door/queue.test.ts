/** @jest-environment jsdom */
import { drop, keep, type Waiting, waitingAt } from './queue'

const arrival = (code: string, at: string): Waiting => ({
  input: { communityId: 'c', eventId: 'e', by: { way: 'code', code }, at },
  name: code,
})

beforeEach(() => window.localStorage.clear())

test('an arrival is kept until it is taken out, in the order in which people came', () => {
  const ann = arrival('ann', '2026-11-21T08:00:00.000Z')
  const ben = arrival('ben', '2026-11-21T08:01:00.000Z')
  keep('e', ann)
  keep('e', ben)
  expect(waitingAt('e')).toEqual([ann, ben])
  expect(waitingAt('other')).toEqual([])
  drop('e', ann)
  expect(waitingAt('e')).toEqual([ben])
})

test('the same code scanned again is kept once, at its first time', () => {
  const first = arrival('ann', '2026-11-21T08:00:00.000Z')
  keep('e', first)
  keep('e', arrival('ann', '2026-11-21T08:05:00.000Z'))
  expect(waitingAt('e')).toEqual([first])
})

test('a broken store is an empty queue', () => {
  keep('e', arrival('ann', '2026-11-21T08:00:00.000Z'))
  for (const key of Object.keys(window.localStorage)) window.localStorage.setItem(key, '{oops')
  expect(waitingAt('e')).toEqual([])
})
