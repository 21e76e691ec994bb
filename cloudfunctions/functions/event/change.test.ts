import type { User, World } from '../../../test/world'
import { eventForm, newsOfEvent, published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'
import { CLAIM_LIFE_MS } from '../../domain/events/tally'

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

type Event = { communityId: string; eventId: string }
const newsFor = async (user: User, event: Event) =>
  (await newsOfEvent(world, user, event)).map(({ kind }) => kind)

test('everybody with a part in an event that is called off is told and released', async () => {
  const event = await published(at, { capacity: 1 })
  const gone = await world.given.member(at, 'gone')
  for (const user of [at.ann, at.ben, gone]) await signUp(world, user, event)
  await world.ok(gone, 'event.cancelRegistration', event)
  const input = { ...event, reason: '场地用不了了' }
  expect((await world.refused(at.ann, 'event.cancel', input)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.cancel', input)
  expect((await world.refused(at.owner, 'event.cancel', input)).code).toBe('event_closed')
  for (const user of [at.ann, at.ben]) {
    const told = (await newsFor(user, event)).filter((kind) => kind === 'event_cancelled')
    expect(told).toHaveLength(1)
    expect(await world.ok(user, 'event.get', event)).toMatchObject({
      registration: { state: 'cancelled', reason: '场地用不了了' },
      seatsTaken: 0,
      waiting: 0,
      steps: [],
    })
  }
  await world.fireTimer()
  expect(await newsFor(gone, event)).not.toContain('event_cancelled')
  const stored = async () => (await world.documents('events', { _id: event.eventId }))[0]
  // Looked at as long as a sign-up that had read it as open may still be written.
  expect(await stored()).toMatchObject({ state: 'cancelled', releasing: true, remindAt: null })
  await world.shiftClock(CLAIM_LIFE_MS)
  await world.fireTimer()
  expect(await stored()).toMatchObject({ releasing: false })
  await world.shiftClock(0)
})

test('an event that has begun is not called off', async () => {
  const event = await published(at, {}, 30)
  await world.shiftClock(31 * 60_000)
  const input = { ...event, reason: '没有人来' }
  expect((await world.refused(at.owner, 'event.cancel', input)).code).toBe('event_started')
})

test('of two who edit the same event one is told so; a new place is news, a new title is none', async () => {
  const event = await published(at)
  await signUp(world, at.ann, event)
  const form = eventForm()
  const edit = (changes: Parameters<typeof eventForm>[0], basedOn: number) => ({
    ...event,
    basedOn,
    form: { ...form, ...changes },
  })
  const titled = edit({ title: '旧物修补，带工具' }, 1)
  // The times of the stored form, so that nothing but the title changes.
  const { form: stored } = await world.ok(at.owner, 'event.get', event)
  const { startsAt, endsAt, deadline } = stored
  Object.assign(form, { startsAt, endsAt, deadline })
  const same = { ...titled, form: { ...titled.form, startsAt, endsAt, deadline } }
  expect((await world.refused(at.ben, 'event.edit', same)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.edit', same)
  expect(await world.refused(at.owner, 'event.edit', edit({ capacity: 9 }, 1))).toEqual({
    code: 'event_changed',
    params: { revision: 2 },
  })
  expect(await newsFor(at.ann, event)).not.toContain('event_changed')
  const place = { mode: 'onSite', name: '邻里客厅', address: '', position: null } as const
  await world.ok(at.owner, 'event.edit', edit({ place }, 2))
  expect(await newsFor(at.ann, event)).toContain('event_changed')
  expect(await newsFor(at.ben, event)).toEqual([])
})

test('seats follow the form: never fewer than are taken, and more are given to the line', async () => {
  const event = await published(at, { capacity: 2, waitlist: 'pick' })
  await signUp(world, at.ann, event, 1)
  await signUp(world, at.ben, event)
  const edit = (basedOn: number, changes: Parameters<typeof eventForm>[0]) => ({
    ...event,
    basedOn,
    form: eventForm({ waitlist: 'pick', ...changes }),
  })
  const fewer = await world.call(at.owner, 'event.edit', edit(1, { capacity: 1 }))
  expect(fewer).toMatchObject({ code: 'invalid_fields' })
  await world.ok(at.owner, 'event.edit', edit(1, { capacity: 3 }))
  await world.fireTimer()
  const stateOfBen = async () => (await world.ok(at.ben, 'event.get', event)).registration?.state
  expect(await stateOfBen()).toBe('waiting')
  // From now on the line moves by itself.
  await world.ok(at.owner, 'event.edit', edit(2, { capacity: 3, waitlist: 'firstCome' }))
  await world.fireTimer()
  expect(await stateOfBen()).toBe('seated')
  const seats = await world.ok(at.owner, 'event.get', event)
  expect(seats).toMatchObject({ capacity: 3, seatsTaken: 3, waiting: 0 })
})
