import type { User, World } from '../../../test/world'
import { over } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const DAY_MS = 86_400_000

let world: World
let at: Setting
let event: Awaited<ReturnType<typeof over>>
inSetting((opened, people) => {
  world = opened
  at = people
})
beforeAll(async () => {
  // Ann was there, Ben had a seat and was not.
  event = await over(at, [at.ben])
})

test('who came says once what it was like; figures are for all, words for the organiser', async () => {
  const give = (words: string) => ({ ...event, rating: 4, words })
  const refused = async (user: User) =>
    (await world.refused(user, 'event.giveFeedback', give('好'))).code
  expect(await refused(at.ben)).toBe('feedback_closed')
  expect(await refused(at.owner)).toBe('feedback_closed')
  await world.shiftClock(15 * DAY_MS)
  expect(await refused(at.ann)).toBe('feedback_closed')
  await world.shiftClock(0)
  await world.ok(at.ann, 'event.giveFeedback', give('学会了补漆'))
  expect(await refused(at.ann)).toBe('feedback_closed')
  const figures = { given: 1, attended: 1, byRating: [0, 0, 0, 1, 0] }
  expect(await world.ok(at.owner, 'event.getFeedback', event)).toMatchObject({
    ...figures,
    words: { items: [{ rating: 4, words: '学会了补漆' }] },
  })
  expect(await world.ok(at.ben, 'event.getFeedback', event)).toEqual({
    ...figures,
    words: { items: [], next: null },
  })
})

test('the organiser tells what became of it, once it has begun', async () => {
  const recap = { ...event, words: '一下午修好了七件东西', photos: [] }
  expect((await world.refused(at.ann, 'event.publishRecap', recap)).code).toBe('forbidden')
  await world.shiftClock(-2 * 3_600_000)
  expect((await world.refused(at.owner, 'event.publishRecap', recap)).code).toBe('event_closed')
  await world.shiftClock(0)
  const elsewhere = { ...recap, photos: ['cloud://elsewhere/photo.jpg'] }
  expect((await world.refused(at.owner, 'event.publishRecap', elsewhere)).code).toBe(
    'invalid_fields',
  )
  await world.ok(at.owner, 'event.publishRecap', recap)
  const { recap: shown } = await world.ok(at.ben, 'event.get', event)
  expect(shown).toMatchObject({ words: '一下午修好了七件东西', photos: [] })
})

test('a certificate is for who came, and anybody can tell a real one', async () => {
  const { communityId, eventId } = event
  const wanted = { communityId, of: { kind: 'event' as const, eventId } }
  expect(await world.call(at.ben, 'recognition.getCertificate', wanted)).toMatchObject({
    code: 'no_certificate',
  })
  const certificate = await world.ok(at.ann, 'recognition.getCertificate', wanted)
  expect(certificate).toMatchObject({ name: 'ann', title: '旧物修补午后' })
  const { code } = certificate
  const stranger = world.person('stranger')
  expect(await world.ok(stranger, 'recognition.verifyCertificate', { code })).toEqual(certificate)
  const forged = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
  expect(
    await world.call(stranger, 'recognition.verifyCertificate', { code: forged }),
  ).toMatchObject({
    code: 'not_found',
  })
  // Taken back, it verifies nothing any more.
  const registrationId = `${event.eventId}:${at.ann.userId}`
  const wrong = { ...event, registrationId, reason: '点错了人' }
  await world.ok(at.owner, 'event.undoAttendance', wrong)
  expect(await world.call(stranger, 'recognition.verifyCertificate', { code })).toMatchObject({
    code: 'not_found',
  })
})

test('the list of those signed up opens as a spreadsheet', async () => {
  expect((await world.refused(at.ann, 'event.exportRegistrations', event)).code).toBe('forbidden')
  const { url, fileName } = await world.ok(at.owner, 'event.exportRegistrations', event)
  expect(fileName).toBe('旧物修补午后.xlsx')
  const { readSheet } = await import('read-excel-file/node')
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(rows).toHaveLength(3)
  expect(rows.slice(1).map(([name, state, party]) => [name, state, party])).toEqual(
    expect.arrayContaining([['ben', '已报名 seated', '1']]),
  )
})
