import type { User, World } from '../../../test/world'
import { published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const MINUTE_MS = 60_000

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

type Event = { communityId: string; eventId: string }
const partOf = ({ eventId }: Event, { userId }: User) => `${eventId}:${userId}`
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString()
const doorCode = async (event: Event) => (await world.ok(at.owner, 'event.getDoorCode', event)).code
const byName = (event: Event, user: User, minutes = 0) => ({
  ...event,
  by: { way: 'name' as const, registrationId: partOf(event, user) },
  at: inMinutes(minutes),
})

test('the code at the door lets in once who has a seat, and no other code does', async () => {
  const [event, other] = [await published(at, {}, 30), await published(at, {}, 30)]
  for (const made of [event, other]) await signUp(world, at.ann, made)
  const code = await doorCode(event)
  const refused = async (user: User, input: string) =>
    (await world.refused(user, 'event.attend', { ...event, code: input })).code
  expect(await refused(at.ann, await doorCode(other))).toBe('code_wrong')
  expect(await refused(at.ann, `${code}x`)).toBe('code_wrong')
  expect(await refused(at.ben, code)).toBe('not_registered')
  await world.shiftClock(61_000)
  expect(await refused(at.ann, code)).toBe('code_stale')
  await world.shiftClock(30_000)
  const input = { ...event, code }
  expect(await world.ok(at.ann, 'event.attend', input)).toEqual({ isLate: false })
  expect(await refused(at.ann, code)).toBe('already_attended')
  expect(await world.ok(at.owner, 'event.getDoorCode', event)).toMatchObject({
    attended: 1,
    expected: 1,
  })
})

test('the door opens an hour before the start, and closes two hours after the end', async () => {
  const event = await published(at, {}, 70)
  await signUp(world, at.ann, event)
  const closed = async () =>
    (await world.refused(at.owner, 'event.admit', byName(event, at.ann))).code
  expect(await closed()).toBe('door_closed')
  expect(await world.call(at.owner, 'event.getDoorCode', event)).toMatchObject({
    code: 'door_closed',
  })
  const attempt = { ...event, code: 'hzd.1.x' }
  expect((await world.refused(at.ann, 'event.attend', attempt)).code).toBe('door_closed')
  await world.shiftClock((70 + 60 + 121) * MINUTE_MS)
  expect((await world.refused(at.ann, 'event.attend', attempt)).code).toBe('door_closed')
})

test('a steward lets in by ticket and by name, later than it was where there was no network', async () => {
  const event = await published(at, { capacity: 5 }, 30)
  const [other, steward] = [await published(at, {}, 30), at.owner]
  for (const user of [at.ann, at.ben]) await signUp(world, user, event, 1)
  await signUp(world, at.ann, other)
  const admit = (input: Parameters<typeof byTicket>[0]) =>
    world.refused(steward, 'event.admit', byTicket(input))
  const byTicket = (code: string) => ({
    ...event,
    by: { way: 'code' as const, code },
    at: inMinutes(0),
  })
  const { code } = await world.ok(at.ann, 'event.getTicket', event)
  expect((await admit((await world.ok(at.ann, 'event.getTicket', other)).code)).code).toBe(
    'code_wrong',
  )
  expect((await admit(code.replace(at.ann.userId, at.ben.userId))).code).toBe('code_wrong')
  expect((await world.refused(at.ann, 'event.admit', byTicket(code))).code).toBe('forbidden')
  expect(await world.ok(steward, 'event.admit', byTicket(code))).toMatchObject({
    member: { nickname: 'ann' },
    isLate: false,
    guests: 1,
  })
  expect(await admit(code)).toEqual({ code: 'already_attended', params: { name: 'ann' } })
  expect((await world.refused(steward, 'event.admit', byName(event, steward))).code).toBe(
    'not_registered',
  )
  expect((await world.refused(steward, 'event.admit', byName(event, at.ben, 10))).code).toBe(
    'door_closed',
  )
  // Kept on the phone at 20 minutes after the start, sent in the evening; until then Ben was missing.
  await world.shiftClock((30 + 60 + 130) * MINUTE_MS)
  await world.fireTimer()
  expect((await world.ok(at.ben, 'event.get', event)).registration?.state).toBe('noShow')
  expect((await world.refused(steward, 'event.admit', byName(event, at.ben, -31))).code).toBe(
    'door_closed',
  )
  expect(await world.ok(steward, 'event.admit', byName(event, at.ben, 50))).toMatchObject({
    isLate: true,
  })
  expect((await world.ok(at.ben, 'event.get', event)).registration?.state).toBe('attended')
})

test('a wrong arrival is taken back by a steward, and stays in both logs', async () => {
  const event = await published(at, {}, 30)
  await signUp(world, at.ann, event)
  await world.ok(at.owner, 'event.admit', byName(event, at.ann))
  const undo = { ...event, registrationId: partOf(event, at.ann), reason: '点错了人' }
  expect((await world.refused(at.ben, 'event.undoAttendance', undo)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.undoAttendance', undo)
  expect((await world.refused(at.owner, 'event.undoAttendance', undo)).code).toBe('not_registered')
  const [part] = await world.documents('registrations', { eventId: event.eventId })
  expect(part).toMatchObject({ state: 'seated', attendedAt: null, certificate: null })
  expect(part?.log.map(({ what, reason }) => [what, reason])).toEqual([
    ['attended', null],
    ['undone', '点错了人'],
  ])
  const { communityId } = event
  const { items } = await world.ok(at.owner, 'audit.list', { communityId, kind: 'events' })
  expect(items[0]).toMatchObject({
    action: 'attendance_undone',
    params: { name: 'ann', reason: '点错了人' },
  })
  await world.ok(at.owner, 'event.admit', byName(event, at.ann))
})

test('who has the door as their duty lets people in, and reads no answers', async () => {
  const { communityId, owner, ann, ben } = at
  const question = {
    key: 'why',
    label: '想修什么',
    kind: 'shortText' as const,
    required: true,
  }
  const event = await published(at, { questions: [question] }, 30)
  await world.ok(ann, 'event.register', { ...event, guests: 0, answers: { why: '台灯' } })
  const list = () => world.call(ben, 'event.listRegistrations', event)
  expect(await list()).toMatchObject({ code: 'forbidden' })
  expect((await world.refused(ben, 'event.admit', byName(event, ann))).code).toBe('forbidden')
  const memberId = world.memberId(communityId, ben)
  await world.ok(owner, 'member.appoint', { communityId, memberId, role: 'steward' })
  expect((await world.ok(ben, 'event.get', event)).steps).toContain('runDoor')
  expect((await world.ok(ben, 'event.get', event)).steps).not.toContain('manage')
  expect(await list()).toMatchObject({ data: { items: [{ answers: [], state: 'seated' }] } })
  await world.ok(ben, 'event.getDoorCode', event)
  await world.ok(ben, 'event.admit', byName(event, ann))
  const wrong = { ...event, registrationId: partOf(event, ann), reason: '点错了人' }
  await world.ok(ben, 'event.undoAttendance', wrong)
  const message = { ...event, words: '记得带工具' }
  expect((await world.refused(ben, 'event.messageRegistrants', message)).code).toBe('forbidden')
})
