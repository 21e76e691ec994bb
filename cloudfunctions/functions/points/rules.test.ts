import { openWorld, type User, type World } from '../../../test/world'
import { over } from '../../../test/world/calls/event'
import { rulesToPublish } from '../../../test/world/calls/points'
import { offered, type Setting, setting } from '../../../test/world/calls/setting'

let world: World
let at: Setting
let communityId: string
let owner: User
let ann: User
let ben: User
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  at = await setting(world)
  ;({ communityId, owner, ann, ben } = at)
})

/** Ben helps Ann, and she confirms. */
async function help() {
  const offer = await offered(at)
  await world.ok(ann, 'help.acceptOffer', offer)
  await world.ok(ann, 'help.confirmDone', { ...offer, thanks: '多谢' })
  return offer.requestId
}
const mine = (user: User) => world.ok(user, 'points.getMine', { communityId })

test('a confirmed help earns what the rule says, with a line that leads to the request', async () => {
  const requestId = await help()
  expect((await mine(ben)).posted).toBe(0)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  const { posted, earned } = await mine(ben)
  expect(posted).toBe(10)
  expect(earned.find(({ rule }) => rule === 'help_confirmed')).toMatchObject({ today: 10 })
  const { items } = await world.ok(ben, 'points.listStatement', { communityId })
  expect(items).toMatchObject([
    { amount: 10, reason: 'help_confirmed', cause: { kind: 'request', id: requestId } },
  ])
  expect((await mine(ann)).posted).toBe(0)
})

test('the same two people earn less each time, and the statement says how much less', async () => {
  for (let n = 0; n < 5; n++) await help()
  await world.fireTimer()
  const { items } = await world.ok(ben, 'points.listStatement', { communityId })
  expect(items.map(({ amount, params }) => [amount, params.share]).reverse()).toEqual([
    [10, 100],
    [10, 100],
    [5, 50],
    [2, 25],
    [0, 0],
  ])
})

test('new rules are published with the next version, kept, and told; help given before earns as promised', async () => {
  await help()
  const published = await rulesToPublish(at)
  const awards = {
    ...published.awards,
    help_confirmed: { amount: 4, perDay: null, perMonth: null },
  }
  expect(await world.ok(owner, 'points.publishRules', { ...published, awards })).toEqual({
    version: 2,
  })
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(10)
  await help()
  await world.fireTimer()
  expect(await mine(ben)).toMatchObject({
    posted: 14,
    rules: { version: 2, awards: { help_confirmed: { amount: 4 } } },
  })
  const { items } = await world.ok(ben, 'inbox.list', {})
  expect(items.map(({ kind }) => kind)).toContain('points_rules_published')
  const kept = await world.documents('pointsRules', { communityId })
  expect(kept).toMatchObject([{ rules: { version: 2 }, publishedBy: owner.userId }])
})

test('publishing is a duty, and refused to the second of two who read the same version', async () => {
  const published = await rulesToPublish(at)
  expect((await world.refused(ann, 'points.publishRules', published)).code).toBe('forbidden')
  await world.ok(owner, 'points.publishRules', published)
  expect(await world.refused(owner, 'points.publishRules', published)).toEqual({
    code: 'points_rules_outdated',
    params: { version: 2 },
  })
})

test('caps hold when many helps are confirmed in the same instant', async () => {
  const published = await rulesToPublish(at)
  const awards = { ...published.awards, help_confirmed: { amount: 10, perDay: 25, perMonth: 25 } }
  await world.ok(owner, 'points.publishRules', { ...published, awards })
  await world.fireTimer()
  const askers = await Promise.all([0, 1, 2, 3].map((n) => world.given.member(at, `asker${n}`)))
  for (const asker of askers) {
    const requestId = await world.given.request(communityId, asker)
    const on = { communityId, requestId, offerId: ben.userId }
    await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我来' })
    await world.ok(asker, 'help.acceptOffer', on)
    await world.ok(asker, 'help.confirmDone', { ...on, thanks: '多谢' })
  }
  await Promise.all([world.fireTimer(), world.fireTimer(), world.fireTimer()])
  expect((await mine(ben)).posted).toBe(25)
  const { items } = await world.ok(ben, 'points.listStatement', { communityId })
  expect(items.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([0, 5, 10, 10])
})

test('who passed the quiz is rewarded once, where the community wants it so', async () => {
  const quiz = async (user: User) => {
    await world.train(user, communityId)
    await world.fireTimer()
    const { items } = await world.ok(user, 'points.listStatement', { communityId })
    return items.map(({ amount, reason }) => [amount, reason])
  }
  expect(await quiz(await world.given.untrained(at, 'early'))).toEqual([])
  const published = await rulesToPublish(at)
  const quiz_passed = { amount: 5, perDay: null, perMonth: null }
  await world.ok(owner, 'points.publishRules', {
    ...published,
    awards: { ...published.awards, quiz_passed },
  })
  const late = await world.given.untrained(at, 'late')
  expect(await quiz(late)).toEqual([[5, 'quiz_passed']])
  const { version, questions } = await world.ok(late, 'training.get', { communityId })
  const guess = Object.fromEntries(questions.map(({ key }) => [key, 'unknown']))
  const { results } = await world.ok(late, 'training.submit', {
    communityId,
    version,
    answers: guess,
  })
  const answers = Object.fromEntries(results.map(({ key, answer }) => [key, answer]))
  await world.ok(late, 'training.submit', { communityId, version, answers })
  expect(await quiz(late)).toEqual([[5, 'quiz_passed']])
})

test('coming to an event earns, volunteering by a rule of its own besides, and both lead to the event', async () => {
  const attended = await over(at)
  const volunteered = await over(at, [], { kind: 'volunteering', volunteerHours: 2 })
  await world.shiftClock(12 * 3_600_000)
  await world.fireTimer()
  await world.fireTimer()
  await world.shiftClock(0)
  const { items } = await world.ok(ann, 'points.listStatement', { communityId })
  const lines = items.map(({ amount, reason, cause }) => [amount, reason, cause.id])
  expect(lines.sort()).toEqual([
    [10, 'volunteered', volunteered.eventId],
    [5, 'event_attended', attended.eventId],
    [5, 'event_attended', volunteered.eventId],
  ])
})
