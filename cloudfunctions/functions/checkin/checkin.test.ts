import { newKey, openWorld, type User, type World } from '../../../test/world'
import { MAKE_UPS_A_MONTH } from '../../../types/checkin'
import { addDays } from '../../domain/checkin/calendar-day'
import { dayOf } from '../../domain/days'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ZONE = 'Asia/Shanghai'

let world: World
let home: { communityId: string; owner: User }
beforeAll(async () => {
  world = await openWorld()
  home = await world.given.community()
})
afterAll(() => world.close())
beforeEach(() => world.shiftClock(0))

const on = () => ({ communityId: home.communityId })
const today = dayOf(new Date(), ZONE)
/** To the same hour of a later day; the zone has no clock changes. */
const moveTo = (days: number) => world.shiftClock(days * DAY_MS)
const checkIn = (user: User) => world.ok(user, 'checkin.checkIn', on())
const calendar = (user: User) => world.ok(user, 'checkin.getCalendar', on())
const balance = async (user: User) => (await calendar(user)).makeUp.available

/** A member who comes on the given days, counted from the one of joining. */
async function given(name: string, days: readonly number[]): Promise<User> {
  await moveTo(0)
  const user = await world.given.member(home, name)
  for (const day of days) {
    await moveTo(day)
    await checkIn(user)
  }
  return user
}

test('gives its points and counts the streak, once a day', async () => {
  const user = await given('ann', [])
  expect(await checkIn(user)).toMatchObject({
    day: today,
    points: 2,
    streak: { length: 1, since: today, doneToday: true, lost: null },
    milestone: null,
  })
  expect((await world.refused(user, 'checkin.checkIn', on())).code).toBe('already_checked_in')
  expect(await balance(user)).toBe(2)
  await moveTo(1)
  expect(await checkIn(user)).toMatchObject({ streak: { length: 2, since: today } })
  expect(await balance(user)).toBe(4)
})

test('sent again it is one check-in, and ten taps at once are too', async () => {
  const user = await given('ben', [])
  const key = newKey()
  const first = await world.ok(user, 'checkin.checkIn', on(), { key })
  await moveTo(1)
  expect(await world.ok(user, 'checkin.checkIn', on(), { key })).toEqual(first)
  const taps = await Promise.all(
    Array.from({ length: 10 }, () => world.call(user, 'checkin.checkIn', on())),
  )
  expect(taps.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual([
    ...Array(9).fill('already_checked_in'),
    'ok',
  ])
  expect(await balance(user)).toBe(4)
})

test('the day ends at midnight of the community, not of the cloud', async () => {
  const user = await given('cai', [])
  const midnight = Date.parse(`${addDays(today, 1)}T00:00:00+08:00`)
  await world.shiftClock(midnight - 5_000 - Date.now())
  expect((await checkIn(user)).day).toBe(today)
  await world.shiftClock(midnight + 1_000 - Date.now())
  expect(await checkIn(user)).toMatchObject({ day: addDays(today, 1), streak: { length: 2 } })
})

test('a lost streak says which day was missed and how long it had been', async () => {
  const user = await given('dan', [0, 1, 2])
  await moveTo(5)
  const lost = { length: 3, missedDay: addDays(today, 3), missedCount: 2 }
  expect((await calendar(user)).streak).toMatchObject({ length: 0, lost })
  expect(await checkIn(user)).toMatchObject({ streak: { length: 1, best: 3, lost } })
})

test('a make-up joins what was broken, for its price, and shows in the calendar as made up', async () => {
  const user = await given('eve', [0, 1, 2, 3, 5])
  const missed = addDays(today, 4)
  const before = await calendar(user)
  expect(before.makeUp).toMatchObject({
    days: [missed],
    leftThisMonth: 3,
    price: 10,
    available: 10,
  })
  expect(await world.ok(user, 'checkin.makeUp', { ...on(), day: missed })).toMatchObject({
    points: -10,
    streak: { length: 6, since: today, lost: null },
  })
  const after = await calendar(user)
  expect(after.makeUp).toMatchObject({ days: [], leftThisMonth: 2, available: 0 })
  expect(await world.refused(user, 'checkin.makeUp', { ...on(), day: missed })).toMatchObject({
    code: 'already_checked_in',
  })
})

test('a make-up is refused without the points, for a day too far back, to come or before joining', async () => {
  const user = await given('fay', [0])
  await moveTo(2)
  const makeUp = (day: string) => world.refused(user, 'checkin.makeUp', { ...on(), day })
  expect(await makeUp(addDays(today, 1))).toEqual({
    code: 'not_enough_points',
    params: { available: 2 },
  })
  expect(await makeUp(addDays(today, -1))).toMatchObject({ code: 'make_up_too_far' })
  expect(await makeUp(addDays(today, 3))).toMatchObject({ code: 'make_up_too_far' })
  await moveTo(10)
  expect(await makeUp(addDays(today, 1))).toMatchObject({ code: 'make_up_too_far' })
})

test('the month’s make-ups are as many as published, however many are asked for at once', async () => {
  // From a first day of a month, so that all of it falls into one.
  const first = Date.parse(
    `${addDays(`${today.slice(0, 7)}-28`, 10).slice(0, 7)}-01T10:00:00+08:00`,
  )
  const at = (day: number) => world.shiftClock(first + day * DAY_MS - Date.now())
  await at(0)
  const user = await world.given.member(home, 'gus')
  for (let day = 0; day <= 19; day++) {
    await at(day)
    if (day < 15) await checkIn(user)
  }
  await at(20)
  const { makeUp } = await calendar(user)
  expect(makeUp.days).toHaveLength(5)
  // Streak points came by the timer: enough for all of them.
  await world.fireTimer()
  const replies = await Promise.all(
    makeUp.days.map((day) => world.call(user, 'checkin.makeUp', { ...on(), day })),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(MAKE_UPS_A_MONTH)
  expect(new Set(codes)).toEqual(new Set(['ok', 'no_make_ups_left']))
})

test('a milestone is told on its day, its points come once, and another week earns none', async () => {
  const user = await given('hal', [0, 1, 2, 3, 4, 5])
  await moveTo(6)
  expect(await checkIn(user)).toMatchObject({ milestone: 7, streak: { length: 7 } })
  await world.fireTimer()
  expect(await balance(user)).toBe(7 * 2 + 5)
  for (let day = 8; day < 16; day++) {
    await moveTo(day)
    expect(await checkIn(user)).toMatchObject({ milestone: null })
  }
  await world.fireTimer()
  expect(await balance(user)).toBe(15 * 2 + 5)
  const { milestones } = await calendar(user)
  expect(milestones).toEqual([
    { days: 7, points: 5, reached: true },
    { days: 30, points: 20, reached: false },
    { days: 100, points: 60, reached: false },
  ])
})

test('another month is read by its name and holds that month alone', async () => {
  const user = await given('ivy', [0])
  const month = today.slice(0, 7)
  const asked = await world.ok(user, 'checkin.getCalendar', { ...on(), month })
  expect(asked.days).toEqual([{ day: today, kind: 'onTime' }])
  const earlier = await world.ok(user, 'checkin.getCalendar', { ...on(), month: '2020-02' })
  expect(earlier).toMatchObject({ month: '2020-02', days: [], today })
})

test('a card from the store makes up once, for no points, and nobody else’s does', async () => {
  const user = await given('jan', [0, 1, 2, 3, 6])
  const item = await world.ok(home.owner, 'store.saveItem', {
    ...on(),
    kind: 'privilege',
    name: '补签卡',
    about: '',
    price: 10,
    stock: null,
    limitEach: null,
    opensAt: null,
    closesAt: null,
    pickupWhere: '',
    shown: true,
  })
  const { itemId, revision } = item
  const { orderId } = await world.ok(user, 'store.redeem', { ...on(), itemId, revision })
  expect((await calendar(user)).makeUp).toMatchObject({ available: 0, cards: [orderId] })
  const other = await world.given.member(home, 'kim')
  await moveTo(7)
  const use = (who: User, day: string) =>
    world.call(who, 'checkin.makeUp', { ...on(), day, card: orderId })
  expect(await use(other, addDays(today, 6))).toMatchObject({ code: 'card_gone' })
  const both = await Promise.all([use(user, addDays(today, 4)), use(user, addDays(today, 5))])
  expect(both.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['card_gone', 'ok'])
  expect((await calendar(user)).makeUp).toMatchObject({ available: 0, cards: [] })
  expect(await world.ok(user, 'store.getOrder', { ...on(), orderId })).not.toMatchObject({
    usedAt: null,
  })
})
