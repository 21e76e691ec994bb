import type { World } from '../../../test/world'
import { missed, over } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

const figures = (user = at.owner, of: 'mine' | 'all' = 'mine', days: 90 | 365 = 90) =>
  world.ok(user, 'event.getFigures', { communityId: at.communityId, of, days })

test('until an event of one’s own has ended, there are no figures of it', async () => {
  expect(await figures()).toMatchObject({ events: [], total: { expected: 0 }, isCut: false })
  await over(at)
  await world.fireTimer()
  expect((await figures()).events).toEqual([])
})

test('the organiser sees seats, who came and stayed away, hours and stars; and all together', async () => {
  const event = await over(at, [at.ben], { capacity: 4, volunteerHours: 1.5 })
  await world.ok(at.ann, 'event.giveFeedback', { ...event, rating: 4, words: '学会了补漆' })
  await world.shiftClock(3 * HOUR_MS)
  await world.fireTimer()
  const [went, other] = (await figures()).events.sort((a, b) => b.taken - a.taken)
  expect(went).toMatchObject({
    title: '旧物修补午后',
    seats: 4,
    taken: 2,
    expected: 2,
    came: 1,
    missed: 1,
    excused: 0,
    hours: 1.5,
    byRating: [0, 0, 0, 1, 0],
  })
  expect(other).toMatchObject({ seats: 100, taken: 1, came: 1, missed: 0, hours: 0 })
  expect((await figures()).total).toEqual({
    seats: 104,
    taken: 3,
    expected: 3,
    came: 2,
    missed: 1,
    excused: 0,
    hours: 1.5,
    byRating: [0, 0, 0, 1, 0],
  })
})

test('what comes later is counted: a no-show taken back at once, feedback within the hour', async () => {
  const { owner, ben } = at
  const event = await missed(at, [ben])
  const find = async () => (await figures()).events.find(({ eventId }) => eventId === event.eventId)
  expect(await find()).toMatchObject({ came: 0, missed: 1, excused: 0 })
  const registrationId = `${event.eventId}:${ben.userId}`
  await world.ok(owner, 'event.excuseNoShow', { ...event, registrationId, reason: '本人到场了' })
  await world.fireTimer()
  expect(await find()).toMatchObject({ came: 0, missed: 0, excused: 1 })
})

test('others’ events are for those who approve events; what is older is left out', async () => {
  const input = { communityId: at.communityId, of: 'all', days: 90 } as const
  expect(await world.call(at.ann, 'event.getFigures', input)).toMatchObject({ code: 'forbidden' })
  expect((await figures(at.ann)).events).toEqual([])
  expect((await figures(at.owner, 'all')).events).toHaveLength(3)
  await world.shiftClock(100 * DAY_MS)
  expect((await figures()).events).toEqual([])
  expect((await figures(at.owner, 'mine', 365)).events).toHaveLength(3)
})

test('counting ends when nothing can come any more', async () => {
  await world.shiftClock(16 * DAY_MS)
  await world.fireTimer()
  const ended = (await world.documents('events')).filter(({ state }) => state === 'ended')
  expect(ended.map(({ recountAt }) => recountAt)).toEqual([null, null, null])
})
