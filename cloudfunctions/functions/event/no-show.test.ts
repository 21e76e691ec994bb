import { openWorld, type User, type World } from '../../../test/world'
import { missed, published, signUp } from '../../../test/world/calls/event'
import { type Setting, setting } from '../../../test/world/calls/setting'
import type { NoShowRule } from '../../../types/event-rules'

const DAY_MS = 86_400_000

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(() => world.shiftClock(0))

const newsFor = async (user: User) => {
  await world.fireTimer()
  return (await world.ok(user, 'inbox.list', {})).items.map(({ kind }) => kind)
}
const publish = (at: Setting, basedOn: number, noShow: NoShowRule) =>
  world.ok(at.owner, 'event.publishRules', { communityId: at.communityId, basedOn, noShow })

test('who stayed away too often asks the organiser, and is told so before', async () => {
  const at = await setting(world)
  const { communityId, ann, ben } = at
  for (let n = 0; n < 3; n++) await missed(at, [ann])
  expect(await world.ok(ann, 'event.getRules', { communityId })).toMatchObject({
    version: 0,
    missed: 3,
    limit: { consequence: 'approval', missed: 3, withinDays: 90, until: null },
    mayPublish: false,
  })
  const event = await published(at, { capacity: 5 })
  expect((await world.ok(ann, 'event.get', event)).limit).toMatchObject({ missed: 3 })
  expect((await world.ok(ben, 'event.get', event)).limit).toBeNull()
  expect(await signUp(world, ann, event)).toEqual({ state: 'requested' })
  expect(await signUp(world, ben, event)).toEqual({ state: 'seated' })
  const registrationId = `${event.eventId}:${ann.userId}`
  const approve = { ...event, registrationId, verdict: 'approve' as const }
  expect(await world.ok(at.owner, 'event.decideRegistration', approve)).toEqual({ state: 'seated' })
  await world.shiftClock(91 * DAY_MS)
  expect((await world.ok(ann, 'event.getRules', { communityId })).limit).toBeNull()
})

test('a community may pause sign-ups instead, or do nothing; two who edit do not overwrite', async () => {
  const at = await setting(world)
  const { communityId, owner, ann } = at
  const pause = { consequence: 'pause', times: 1, withinDays: 30, pauseDays: 7 } as const
  const edit = { communityId, basedOn: 0, noShow: pause }
  expect((await world.refused(ann, 'event.publishRules', edit)).code).toBe('forbidden')
  expect(await publish(at, 0, pause)).toEqual({ version: 1 })
  expect(await world.refused(owner, 'event.publishRules', edit)).toEqual({
    code: 'event_rules_outdated',
    params: { version: 1 },
  })
  await missed(at, [ann])
  const event = await published(at, { capacity: 5 }, 20 * 24 * 60)
  const input = { ...event, guests: 0, answers: {} }
  expect(await world.refused(ann, 'event.register', input)).toEqual({
    code: 'sign_up_paused',
    params: { days: 7 },
  })
  expect((await world.ok(ann, 'event.get', event)).steps).not.toContain('register')
  await world.shiftClock(8 * DAY_MS)
  expect(await signUp(world, ann, event)).toEqual({ state: 'seated' })
  await world.shiftClock(0)
  await world.ok(ann, 'event.cancelRegistration', event)
  await publish(at, 1, { ...pause, consequence: 'none' })
  expect(await signUp(world, ann, event)).toEqual({ state: 'seated' })
})

test('a no-show is disputed once, and counts no more when the organiser takes it back', async () => {
  const at = await setting(world)
  const { communityId, owner, ann, ben } = at
  const event = await missed(at, [ann, ben])
  const words = '我到了，忘了扫码'
  const dispute = { ...event, words }
  expect((await world.refused(owner, 'event.disputeNoShow', dispute)).code).toBe('not_registered')
  expect((await world.ok(ann, 'event.get', event)).steps).toContain('disputeNoShow')
  await world.ok(ann, 'event.disputeNoShow', dispute)
  expect((await world.refused(ann, 'event.disputeNoShow', dispute)).code).toBe('not_registered')
  expect(await newsFor(owner)).toContain('event_no_show_disputed')
  const { items } = await world.ok(owner, 'event.listRegistrations', { ...event, state: 'noShow' })
  expect(items.find(({ member }) => member.nickname === 'ann')).toMatchObject({
    dispute: words,
    isExcused: false,
  })
  const excuse = {
    ...event,
    registrationId: `${event.eventId}:${ann.userId}`,
    reason: '本人到场了',
  }
  expect((await world.refused(ben, 'event.excuseNoShow', excuse)).code).toBe('forbidden')
  await world.ok(owner, 'event.excuseNoShow', excuse)
  expect((await world.refused(owner, 'event.excuseNoShow', excuse)).code).toBe('not_registered')
  expect(await newsFor(ann)).toContain('event_no_show_excused')
  expect((await world.ok(ann, 'event.get', event)).registration).toMatchObject({ isExcused: true })
  expect((await world.ok(ann, 'event.getRules', { communityId })).missed).toBe(0)
  expect((await world.ok(ben, 'event.getRules', { communityId })).missed).toBe(1)
  const log = await world.ok(owner, 'audit.list', { communityId, kind: 'events' })
  expect(log.items[0]).toMatchObject({ action: 'no_show_excused', params: { name: 'ann' } })
  await world.shiftClock(15 * DAY_MS)
  expect((await world.refused(ben, 'event.disputeNoShow', dispute)).code).toBe('not_registered')
})
