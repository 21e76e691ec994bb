import type { User, World } from '../../../test/world'
import { published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { givenSeatCard } from '../../../test/world/calls/store'
import { inSetting } from '../../../test/world/in-setting'

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

const stateOf = async (user: User, event: { communityId: string; eventId: string }) => {
  const { registration } = await world.ok(user, 'event.get', event)
  return registration && { state: registration.state, place: registration.place }
}
const seats = async (event: { communityId: string; eventId: string }) => {
  const { seatsTaken, waiting } = await world.ok(at.owner, 'event.get', event)
  return { seatsTaken, waiting }
}

test('takes a seat while there is one, and a place in line after that', async () => {
  const event = await published(at, { capacity: 3 })
  expect(await signUp(world, at.ann, event, 1)).toEqual({ state: 'seated' })
  expect(await signUp(world, at.ben, event, 1)).toEqual({ state: 'waiting' })
  expect(await stateOf(at.ben, event)).toEqual({ state: 'waiting', place: 1 })
  expect(await seats(event)).toEqual({ seatsTaken: 2, waiting: 1 })
  // Who waits goes first, also for a seat that their party does not fit into yet.
  expect(await signUp(world, at.owner, event)).toEqual({ state: 'waiting' })
  await world.fireTimer()
  expect(await stateOf(at.owner, event)).toMatchObject({ state: 'seated' })
})

test('a freed seat goes to the longest waiting, who is told', async () => {
  const event = await published(at, { capacity: 1 })
  await signUp(world, at.ann, event)
  await signUp(world, at.ben, event)
  await world.ok(at.ann, 'event.cancelRegistration', event)
  await world.fireTimer()
  expect(await stateOf(at.ben, event)).toMatchObject({ state: 'seated' })
  expect(await seats(event)).toEqual({ seatsTaken: 1, waiting: 0 })
  const { items } = await world.ok(at.ben, 'inbox.list', {})
  expect(items[0]).toMatchObject({ kind: 'event_seat_given' })
})

describe('a seat card', () => {
  const waitWith = (user: User, event: { communityId: string; eventId: string }, card: string) =>
    world.call(user, 'event.register', { ...event, guests: 0, answers: {}, card })
  const shownTo = async (user: User, event: { communityId: string; eventId: string }) =>
    (await world.ok(user, 'event.get', event)).seatCard

  test('puts its holder first in line where an event is full, once', async () => {
    const event = await published(at, { capacity: 1 })
    const cai = await world.given.member(at, 'cai')
    const card = await givenSeatCard(at, cai)
    await signUp(world, at.ann, event)
    await signUp(world, at.ben, event)
    expect((await waitWith(at.owner, event, card)).ok).toBe(false)
    expect(await shownTo(cai, event)).toBe(card)
    expect(await waitWith(cai, event, card)).toMatchObject({ data: { state: 'waiting' } })
    expect(await stateOf(cai, event)).toEqual({ state: 'waiting', place: 1 })
    expect(await stateOf(at.ben, event)).toEqual({ state: 'waiting', place: 2 })
    expect(await shownTo(cai, event)).toBeNull()
    const other = await published(at, { capacity: 1 })
    await signUp(world, at.ann, other)
    expect(await waitWith(cai, other, card)).toMatchObject({ code: 'card_gone' })
    expect(await seats(other)).toEqual({ seatsTaken: 1, waiting: 0 })
    // Left and joined again, it is this event's still.
    await world.ok(cai, 'event.cancelRegistration', event)
    expect(await waitWith(cai, event, card)).toMatchObject({ data: { state: 'waiting' } })
    await world.ok(at.ann, 'event.cancelRegistration', event)
    await world.fireTimer()
    expect(await stateOf(cai, event)).toMatchObject({ state: 'seated' })
  })

  test('is not used where there is a seat, and comes back to who had none', async () => {
    const event = await published(at, { capacity: 1 })
    const cai = await world.given.member(at, 'cai')
    const card = await givenSeatCard(at, cai)
    expect(await waitWith(cai, event, card)).toMatchObject({ data: { state: 'seated' } })
    expect(await shownTo(cai, event)).toBe(card)
    const full = await published(at, { capacity: 1 })
    await signUp(world, at.ann, full)
    await waitWith(cai, full, card)
    expect(await shownTo(cai, event)).toBeNull()
    await world.ok(at.owner, 'event.cancel', { ...full, reason: '场地用不了了' })
    for (const _ of [1, 2]) await world.fireTimer()
    expect(await shownTo(cai, event)).toBe(card)
  })
})

test('a freed seat goes on at once when a phone asks, whoever asks, and once', async () => {
  const event = await published(at, { capacity: 2 })
  const cai = await world.given.member(at, 'cai')
  await signUp(world, at.ann, event)
  await signUp(world, at.owner, event)
  await signUp(world, at.ben, event, 1)
  await signUp(world, cai, event)
  const promote = (user: User) => world.ok(user, 'event.promote', event)
  expect(await promote(cai)).toEqual({ moved: false, more: false })
  await world.ok(at.ann, 'event.cancelRegistration', event)
  // Ben's party of two does not fit, so the smaller one behind it passes.
  const replies = await Promise.all([promote(at.ann), promote(cai)])
  expect(replies.filter(({ moved }) => moved).length).toBeLessThanOrEqual(1)
  expect(await stateOf(cai, event)).toMatchObject({ state: 'seated' })
  expect(await stateOf(at.ben, event)).toEqual({ state: 'waiting', place: 1 })
  await world.ok(at.owner, 'event.cancelRegistration', event)
  await world.ok(cai, 'event.cancelRegistration', event)
  expect(await promote(at.ann)).toEqual({ moved: true, more: false })
  expect(await promote(at.ann)).toEqual({ moved: false, more: false })
  await world.fireTimer()
  expect(await stateOf(at.ben, event)).toMatchObject({ state: 'seated' })
  expect(await seats(event)).toEqual({ seatsTaken: 2, waiting: 0 })
  const { items } = await world.ok(at.ben, 'inbox.list', {})
  const told = items.filter(
    ({ kind, target }) =>
      kind === 'event_seat_given' && 'eventId' in target && target.eventId === event.eventId,
  )
  expect(told).toHaveLength(1)
})

test('where the organiser picks no phone gives a seat', async () => {
  const event = await published(at, { capacity: 1, waitlist: 'pick' })
  for (const user of [at.ann, at.ben]) await signUp(world, user, event)
  await world.ok(at.ann, 'event.cancelRegistration', event)
  expect(await world.ok(at.ben, 'event.promote', event)).toEqual({ moved: false, more: false })
  expect(await stateOf(at.ben, event)).toMatchObject({ state: 'waiting' })
})

test('a timed offer is taken, or passes to the next', async () => {
  const event = await published(at, { capacity: 1, waitlist: 'timedOffer', offerMinutes: 60 })
  for (const user of [at.ann, at.ben, at.owner]) await signUp(world, user, event)
  await world.ok(at.ann, 'event.cancelRegistration', event)
  await world.fireTimer()
  expect(await stateOf(at.ben, event)).toMatchObject({ state: 'offered' })
  await world.shiftClock(61 * 60_000)
  expect((await world.refused(at.ben, 'event.answerSeat', { ...event, accept: true })).code).toBe(
    'seat_gone',
  )
  await world.fireTimer()
  expect(await stateOf(at.ben, event)).toMatchObject({ state: 'cancelled' })
  expect(await stateOf(at.owner, event)).toMatchObject({ state: 'offered' })
  await world.ok(at.owner, 'event.answerSeat', { ...event, accept: true })
  expect(await stateOf(at.owner, event)).toMatchObject({ state: 'seated' })
  expect(await seats(event)).toEqual({ seatsTaken: 1, waiting: 0 })
})

test('is refused after the deadline, twice, with too many guests and without a line', async () => {
  const event = await published(at, { capacity: 1, waitlist: 'none', guestsMax: 1 })
  const refused = (user: User, guests = 0) =>
    world.refused(user, 'event.register', { ...event, guests, answers: {} })
  expect((await refused(at.ann, 2)).code).toBe('malformed_input')
  expect((await refused(at.ann, 1)).code).toBe('event_full')
  await signUp(world, at.ann, event)
  expect(await refused(at.ann)).toEqual({ code: 'already_registered', params: { state: 'seated' } })
  expect((await refused(at.ben)).code).toBe('event_full')
  await world.shiftClock(4 * 24 * 3_600_000)
  expect((await refused(at.ben)).code).toBe('event_closed')
  expect(await seats(event)).toEqual({ seatsTaken: 1, waiting: 0 })
})

test('an organiser who approves seats one who asked', async () => {
  const event = await published(at, { capacity: 1, needsApproval: true })
  for (const user of [at.ann, at.ben]) {
    expect(await signUp(world, user, event)).toEqual({ state: 'requested' })
  }
  const decide = (user: User, verdict: 'approve' | 'decline') =>
    world.ok(at.owner, 'event.decideRegistration', {
      ...event,
      registrationId: `${event.eventId}:${user.userId}`,
      verdict,
    })
  expect(await decide(at.ann, 'approve')).toEqual({ state: 'seated' })
  expect(await decide(at.ben, 'approve')).toEqual({ state: 'waiting' })
  expect(await seats(event)).toEqual({ seatsTaken: 1, waiting: 1 })
})
