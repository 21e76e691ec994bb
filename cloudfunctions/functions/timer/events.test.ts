import { control, type User, type World } from '../../../test/world'
import { eventForm, published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

type Event = { communityId: string; eventId: string }
const partIn = async (user: User, event: Event) =>
  (await world.ok(user, 'event.get', event)).registration
const newsFor = async (user: User, { eventId }: Event) => {
  const { items } = await world.ok(user, 'inbox.list', {})
  return items
    .filter(({ target }) => 'eventId' in target && target.eventId === eventId)
    .map(({ kind }) => kind)
}

test('who has a seat is reminded a day and two hours before, each time once', async () => {
  const event = await published(at, { capacity: 1 })
  for (const user of [at.ann, at.ben]) await signUp(world, user, event)
  const reminders = async (user: User) => {
    for (const _ of [1, 2]) await world.fireTimer()
    return (await newsFor(user, event)).filter((kind) => kind === 'event_reminder').length
  }
  expect(await reminders(at.ann)).toBe(0)
  await world.shiftClock(48 * HOUR_MS + MINUTE_MS)
  expect(await reminders(at.ann)).toBe(1)
  await world.shiftClock(70 * HOUR_MS + MINUTE_MS)
  expect(await reminders(at.ann)).toBe(2)
  expect(await reminders(at.ben)).toBe(0)
})

test('an offer that nobody answers lapses, and its person is told', async () => {
  const event = await published(at, { capacity: 1, waitlist: 'timedOffer', offerMinutes: 10 })
  for (const user of [at.ann, at.ben, at.owner]) await signUp(world, user, event)
  await world.ok(at.ann, 'event.cancelRegistration', event)
  await world.fireTimer()
  await world.shiftClock(11 * MINUTE_MS)
  for (const _ of [1, 2]) await world.fireTimer()
  expect(await newsFor(at.ben, event)).toEqual(
    expect.arrayContaining(['event_seat_offered', 'event_seat_lapsed']),
  )
  expect(await partIn(at.owner, event)).toMatchObject({ state: 'offered' })
  expect(await world.ok(at.ann, 'event.get', event)).toMatchObject({ seatsTaken: 1, waiting: 0 })
})

test('an event that is over is settled once, pays who came and opens the next date', async () => {
  const { world, communityId, owner, ann, ben } = at
  const form = eventForm({ capacity: 2 }, 30)
  const repeat = { every: 'week', times: 2 } as const
  const { eventId } = await world.ok(owner, 'event.create', { communityId, form, repeat })
  const event = { communityId, eventId }
  for (const user of [ann, ben, owner]) await signUp(world, user, event)
  const { code } = await world.ok(owner, 'event.getDoorCode', event)
  await world.ok(ann, 'event.attend', { ...event, code })
  const balance = async (user: User) =>
    (await world.ok(user, 'points.getMine', { communityId })).posted
  const before = [await balance(ann), await balance(ben)] as const
  // The door is open for two hours after the end.
  await world.shiftClock((30 + 60 + 121) * MINUTE_MS)
  for (const _ of [1, 2, 3]) await world.fireTimer()
  expect((await world.ok(owner, 'event.get', event)).state).toBe('ended')
  expect(await partIn(ann, event)).toMatchObject({ state: 'attended' })
  expect(await partIn(ben, event)).toMatchObject({ state: 'noShow' })
  expect(await partIn(owner, event)).toMatchObject({ state: 'cancelled' })
  expect([await balance(ann), await balance(ben)]).toEqual([before[0] + 5, before[1]])
  expect(await newsFor(ann, event)).toContain('event_ended')
  expect(await newsFor(ben, event)).not.toContain('event_ended')
  const { items } = await world.ok(ann, 'event.list', { communityId, view: 'upcoming' })
  const dates = items.filter(({ series }) => series?.index === 2)
  expect(dates).toHaveLength(1)
  expect(dates[0]).toMatchObject({
    state: 'published',
    startsAt: new Date(Date.parse(form.startsAt) + 7 * 24 * HOUR_MS).toISOString(),
    seatsTaken: 0,
    series: { index: 2, of: 2 },
  })
})

test('an arrival in the very moment of the end is paid like the others, once', async () => {
  const { world, communityId, owner } = at
  const [dan, eva] = [await world.given.member(at, 'dan'), await world.given.member(at, 'eva')]
  const form = eventForm({ kind: 'volunteering', volunteerHours: 2 }, 30)
  const { eventId } = await world.ok(owner, 'event.create', { communityId, form, repeat: null })
  const event = { communityId, eventId }
  for (const user of [dan, eva]) await signUp(world, user, event)
  const admit = (user: User) =>
    world.ok(owner, 'event.admit', {
      ...event,
      by: { way: 'name', registrationId: `${eventId}:${user.userId}` },
      at: new Date(Date.now() + 35 * MINUTE_MS).toISOString(),
    })
  await world.shiftClock(36 * MINUTE_MS)
  await admit(dan)
  const overMs = (30 + 60 + 121) * MINUTE_MS
  await world.shiftClock(overMs)
  // Eva's call began before the end and commits after the first promise, as if it had read the event before.
  await world.fireTimer()
  const [part] = await world.documents('registrations', { eventId, userId: eva.userId })
  const { ...late } = part
  await control(world.cloud, 'PUT', 'documents', {
    collection: 'registrations',
    document: { ...late, state: 'attended' },
  })
  await world.fireTimer()
  await world.shiftClock(overMs + 3 * MINUTE_MS)
  for (const _ of [1, 2]) await world.fireTimer()
  for (const user of [dan, eva]) {
    expect((await world.ok(user, 'points.getMine', { communityId })).posted).toBe(5 + 10)
  }
  const [stored] = await world.documents('events', { _id: eventId })
  expect(stored).toMatchObject({ state: 'ended', settleAt: null })
})
