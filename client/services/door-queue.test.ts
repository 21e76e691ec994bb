/** @jest-environment jsdom */
import {
  drop,
  forgetClosedDoors,
  keep,
  keepDoor,
  keepGuests,
  keptDoors,
  keptGuests,
  type Waiting,
  waitingAt,
} from './door-queue'

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

const door = (eventId: string, closesAt: string) => ({
  communityId: 'c',
  eventId,
  title: eventId,
  closesAt,
})
const at = (time: string) => new Date(`2026-11-21T${time}:00.000Z`)

test('the way to a door is kept until it closes, longer while something is to be sent', () => {
  keepDoor(door('early', '2026-11-21T10:00:00.000Z'), at('09:00'))
  keepDoor(door('late', '2026-11-21T20:00:00.000Z'), at('09:00'))
  expect(keptDoors(at('09:30')).map(({ eventId }) => eventId)).toEqual(['late', 'early'])
  expect(keptDoors(at('10:30')).map(({ eventId }) => eventId)).toEqual(['late'])
  keep('early', arrival('ann', '2026-11-21T09:00:00.000Z'))
  expect(keptDoors(at('10:30')).map(({ eventId }) => eventId)).toEqual(['late', 'early'])
})

test('the names of a door that has closed leave the phone', () => {
  keepDoor(door('early', '2026-11-21T10:00:00.000Z'), at('09:00'))
  keepDoor(door('late', '2026-11-21T20:00:00.000Z'), at('09:00'))
  const guests = [{ registrationId: 'r', name: 'ann', guests: 0, isIn: false }]
  for (const eventId of ['early', 'late']) keepGuests(eventId, guests)
  forgetClosedDoors(at('10:30'))
  expect([keptGuests('early'), keptGuests('late')]).toEqual([[], guests])
  forgetClosedDoors(at('20:30'))
  expect(window.localStorage).toHaveLength(0)
})
