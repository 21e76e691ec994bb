import { openWorld, type User, type World } from '../../../test/world'
import { dayIn, formOf, givenChallenge } from '../../../test/world/calls/challenge'
import { type Setting, setting } from '../../../test/world/calls/setting'

const DAY_MS = 86_400_000
const words = '六点四十起，先把阳台的花浇了'

let world: World
let at: Setting
beforeAll(async () => {
  world = await openWorld()
  at = await setting(world)
})
afterAll(() => world.close())
afterEach(() => world.shiftClock(0))

type On = { communityId: string; challengeId: string }

const joins = async (on: On, ...people: User[]) => {
  for (const user of people) await world.ok(user, 'challenge.join', on)
}
const writes = (user: User, on: On, change = {}) =>
  world.ok(user, 'challenge.writeEntry', { ...on, words, pictures: [], ...change })
const refusal = async (user: User, on: On, change = {}) => {
  const input = { ...on, words, pictures: [], ...change }
  return (await world.refused(user, 'challenge.writeEntry', input)).code
}
const seen = (user: User, on: On) => world.ok(user, 'challenge.get', on)
const ranking = async (user: User, on: On) =>
  (await world.ok(user, 'challenge.listRanking', on)).items.map(({ member, place, days }) => ({
    name: member.nickname,
    place,
    days,
  }))
const messagesOf = async (user: User, kind: string) =>
  (await world.ok(user, 'inbox.list', {})).items.filter((message) => message.kind === kind)

test('goes from opening over daily entries to medal, points and certificate', async () => {
  const { communityId, owner, ann, ben } = at
  const on = await givenChallenge(at, { daysNeeded: 2, lastDay: dayIn(2) })
  await world.fireTimer()
  expect(await messagesOf(ann, 'challenge_opened')).toHaveLength(1)
  const { items } = await world.ok(ann, 'challenge.list', { communityId, view: 'current' })
  expect(items).toMatchObject([{ challengeId: on.challengeId, phase: 'running', mine: null }])
  await joins(on, ann, ben)
  expect(await writes(ann, on)).toMatchObject({ days: 1, isShown: true })
  expect(await refusal(ann, on)).toBe('entry_written')
  await world.shiftClock(DAY_MS)
  expect(await writes(ann, on)).toMatchObject({ days: 2 })
  await writes(ben, on)
  expect(await ranking(owner, on)).toEqual([
    { name: 'ann', place: 1, days: 2 },
    { name: 'ben', place: 2, days: 1 },
  ])
  await world.shiftClock(2 * DAY_MS)
  await world.fireTimer()
  expect((await seen(ann, on)).phase).toBe('running')
  await world.shiftClock(3 * DAY_MS)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  const after = await seen(ann, on)
  expect(after).toMatchObject({ phase: 'settled', mine: { state: 'completed', days: 2 } })
  expect(after.steps).toEqual(['getCertificate'])
  expect(await seen(ben, on)).toMatchObject({ mine: { state: 'missed' }, steps: [] })
  expect(await messagesOf(ann, 'challenge_completed')).toHaveLength(1)
  expect(await messagesOf(ben, 'challenge_missed')).toMatchObject([
    { params: { days: 1, daysNeeded: 2 } },
  ])
  const { items: statement } = await world.ok(ann, 'points.listStatement', { communityId })
  expect(statement.filter(({ reason }) => reason === 'challenge_completed')).toMatchObject([
    { amount: after.points, cause: { kind: 'challenge', id: on.challengeId } },
  ])
  const { medals } = await world.ok(ann, 'recognition.get', { communityId })
  expect(medals.find(({ medal }) => medal === 'challenge1')?.earnedAt).not.toBeNull()

  const of = { kind: 'challenge' as const, challengeId: on.challengeId }
  const certificate = await world.ok(ann, 'recognition.getCertificate', { communityId, of })
  expect(certificate).toMatchObject({ name: 'ann', of: { kind: 'challenge', days: 2 } })
  const { code } = certificate
  const stranger = world.person('stranger')
  expect(await world.ok(stranger, 'recognition.verifyCertificate', { code })).toEqual(certificate)
  expect(await world.call(ben, 'recognition.getCertificate', { communityId, of })).toMatchObject({
    code: 'no_certificate',
  })
  const settled = async () => ({
    parts: await world.documents('challengeParts', { communityId }),
    transfers: await world.documents('transfers', { communityId }),
    members: await world.documents('members', { communityId }),
  })
  const before = await settled()
  await world.fireTimer()
  expect(await settled()).toEqual(before)
})

test('never has more people than places, whoever comes at once; one who leaves frees theirs', async () => {
  const { ann } = at
  const on = await givenChallenge(at, { capacity: 3 })
  const people: User[] = []
  for (let n = 0; n < 6; n++) people.push(await world.given.member(at, `p${n}`))
  const replies = await Promise.all(people.map((user) => world.call(user, 'challenge.join', on)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(3)
  for (const reply of replies) {
    if (!reply.ok) expect(reply).toMatchObject({ code: 'challenge_full', params: { max: 3 } })
  }
  const inside = people.find((_user, n) => replies[n]?.ok)
  if (!inside) throw new Error('nobody came in')
  await writes(inside, on)
  expect(await world.refused(inside, 'challenge.join', on)).toMatchObject({
    code: 'already_joined',
  })
  await world.ok(inside, 'challenge.leave', on)
  expect(await seen(inside, on)).toMatchObject({ participants: 2, mine: null, place: null })
  await world.ok(ann, 'challenge.join', on)
  expect((await world.refused(inside, 'challenge.join', on)).code).toBe('challenge_full')
  await world.ok(ann, 'challenge.leave', on)
  await world.ok(inside, 'challenge.join', on)
  expect(await seen(inside, on)).toMatchObject({ mine: { state: 'joined', days: 1 } })
})

test('is written once a day, from the first to the last, by those who take part', async () => {
  const { ann, ben } = at
  const on = await givenChallenge(at, { firstDay: dayIn(1), lastDay: dayIn(2), daysNeeded: 1 })
  await joins(on, ann)
  expect(await refusal(ann, on)).toBe('challenge_not_begun')
  await world.shiftClock(DAY_MS)
  expect(await refusal(ben, on)).toBe('not_joined')
  const twice = await Promise.all(
    [1, 2].map(() => world.call(ann, 'challenge.writeEntry', { ...on, words, pictures: [] })),
  )
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await seen(ann, on)).toMatchObject({ mine: { days: 1 } })
  await world.shiftClock(3 * DAY_MS)
  expect(await refusal(ann, on)).toBe('challenge_closed')
})

test('pictures are as the challenge says, and one’s own', async () => {
  const { communityId, ann, ben } = at
  const wordsOnly = await givenChallenge(at, { pictures: 'none' })
  const withPicture = await givenChallenge(at, { pictures: 'required' })
  await joins(wordsOnly, ann)
  await joins(withPicture, ann)
  const mine = await world.given.picture(communityId, ann)
  const theirs = await world.given.picture(communityId, ben)
  expect(await refusal(ann, wordsOnly, { pictures: [mine] })).toBe('pictures_not_taken')
  expect(await refusal(ann, withPicture)).toBe('picture_needed')
  expect(await refusal(ann, withPicture, { pictures: [theirs] })).toBe('invalid_fields')
  await writes(ann, withPicture, { pictures: [mine] })
  const { items } = await world.ok(ann, 'challenge.listEntries', { ...withPicture, of: 'mine' })
  expect(items).toMatchObject([{ own: true, isShown: false }])
  expect(items[0]?.pictures).toHaveLength(1)
  const all = await world.ok(ben, 'challenge.listEntries', { ...withPicture, of: 'all' })
  expect(all.items).toEqual([])
})

test('what a moderator approves is read by all; what is given back does not count', async () => {
  const { communityId, owner, ann, ben } = at
  const on = await givenChallenge(at, { daysNeeded: 1, lastDay: dayIn(0) })
  await joins(on, ann, ben)
  const held = { words: '今天读的是 www.shujia.com 里推荐的那本' }
  expect(await writes(ann, on, held)).toMatchObject({ days: 1, isShown: false })
  await writes(ben, on, held)
  const judge = async (user: User, verdict: 'approve' | 'refuse') => {
    const caseId = `diary:${on.challengeId}:${user.userId}:${dayIn(0)}`
    const { revision } = await world.ok(owner, 'moderation.getCase', { communityId, caseId })
    await world.ok(owner, 'moderation.decide', {
      communityId,
      caseId,
      revision,
      verdict,
      ...(verdict === 'refuse' ? { policy: 'spam' as const, reason: '与挑战无关' } : {}),
    })
  }
  await judge(ann, 'approve')
  await judge(ben, 'refuse')
  const { items } = await world.ok(owner, 'challenge.listEntries', { ...on, of: 'all' })
  expect(items.map(({ from }) => from.nickname)).toEqual(['ann'])
  await world.shiftClock(DAY_MS)
  await world.fireTimer()
  expect(await seen(ann, on)).toMatchObject({ mine: { state: 'completed' } })
  expect(await seen(ben, on)).toMatchObject({ mine: { state: 'missed', days: 0 } })
})

test('who wishes so stands in no ranking, and still sees their own place', async () => {
  const { communityId, ann, ben } = at
  const on = await givenChallenge(at)
  await joins(on, ann, ben)
  await writes(ann, on)
  await world.ok(ann, 'recognition.setRanked', { communityId, ranked: false })
  expect(await ranking(ben, on)).toEqual([{ name: 'ben', place: 2, days: 0 }])
  expect((await ranking(ann, on))[0]).toEqual({ name: 'ann', place: 1, days: 1 })
  await world.ok(ann, 'recognition.setRanked', { communityId, ranked: true })
  expect(await ranking(ben, on)).toHaveLength(2)
})

test('only those with the duty make, change and call off; once begun, only words change', async () => {
  const { communityId, owner, ann } = at
  const { code } = await world.refused(ann, 'challenge.create', { communityId, form: formOf() })
  expect(code).toBe('forbidden')
  const past = { communityId, form: formOf({ firstDay: dayIn(-1) }) }
  expect((await world.refused(owner, 'challenge.create', past)).code).toBe('challenge_day_past')
  const on = await givenChallenge(at, { firstDay: dayIn(1) })
  const edit = (revision: number, change = {}) => ({
    ...on,
    revision,
    form: formOf({ firstDay: dayIn(1), ...change }),
  })
  await world.ok(owner, 'challenge.edit', edit(1, { daysNeeded: 3 }))
  expect((await world.refused(owner, 'challenge.edit', edit(1))).code).toBe('challenge_changed')
  expect((await world.refused(ann, 'challenge.edit', edit(2))).code).toBe('forbidden')
  await world.shiftClock(DAY_MS)
  const shorter = edit(2, { daysNeeded: 1 })
  expect((await world.refused(owner, 'challenge.edit', shorter)).code).toBe('challenge_begun')
  await world.ok(owner, 'challenge.edit', edit(2, { daysNeeded: 3, title: '早起一周' }))
  await joins(on, ann)
  const cancel = { ...on, reason: '这周大家都出差' }
  expect((await world.refused(ann, 'challenge.cancel', cancel)).code).toBe('forbidden')
  await world.ok(owner, 'challenge.cancel', cancel)
  await world.fireTimer()
  expect(await messagesOf(ann, 'challenge_cancelled')).toMatchObject([
    { params: { reason: cancel.reason } },
  ])
  expect(await seen(ann, on)).toMatchObject({ phase: 'cancelled', steps: [] })
  expect((await world.refused(owner, 'challenge.cancel', cancel)).code).toBe('challenge_closed')
  expect((await world.refused(at.ben, 'challenge.join', on)).code).toBe('challenge_closed')
})

test('to another community it does not exist', async () => {
  const on = await givenChallenge(at)
  const other = await world.given.community()
  const elsewhere = { ...on, communityId: other.communityId }
  expect(await world.call(other.owner, 'challenge.get', elsewhere)).toMatchObject({
    code: 'not_found',
  })
  expect((await world.refused(other.owner, 'challenge.join', elsewhere)).code).toBe('not_found')
  const cancel = { ...elsewhere, reason: '不相干的人' }
  expect((await world.refused(other.owner, 'challenge.cancel', cancel)).code).toBe('not_found')
})
