import { control, openWorld, type User, type World } from '../../../test/world'
import { adjustFreely, givePoints, rulesToPublish } from '../../../test/world/calls/points'
import { type Setting, setting } from '../../../test/world/calls/setting'

const DAY_MS = 86_400_000

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
afterEach(() => world.shiftClock(0))
beforeEach(async () => {
  at = await setting(world)
  ;({ communityId, owner, ann, ben } = at)
})

/** Reconciles now, with everything that was posted counted. */
async function reconciled() {
  await world.shiftClock(10 * 60_000)
  await world.ok(owner, 'points.startReconciliation', { communityId })
  await world.fireTimer()
  const { last, running } = await world.ok(owner, 'points.getBooks', { communityId })
  expect(running).toBeNull()
  if (!last) throw new Error('not reconciled')
  return last
}

test('the books add up: issuance is what is held, spent and expired', async () => {
  await adjustFreely(at)
  await givePoints(at, ann, 60)
  await givePoints(at, ben, 40)
  await world.ok(owner, 'points.adjust', {
    communityId,
    memberId: world.memberId(communityId, ben),
    amount: -15,
    reason: '多记了',
  })
  await world.given.request(communityId, ann, { bountyEach: 9 })
  await world.fireTimer()
  expect(await reconciled()).toMatchObject({
    totals: {
      accounts: 2,
      transfers: 3,
      issued: 85,
      outstanding: 85,
      held: 9,
      spent: 0,
      expired: 0,
    },
    differences: [],
    differencesCount: 0,
  })
})

test('every night each community is reconciled once', async () => {
  await givePoints(at, ann, 60)
  await world.shiftClock(2 * DAY_MS)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  const runs = await world.documents('reconciliations', { communityId })
  const nightly = runs.filter(({ _id }) => _id.startsWith(`${communityId}:`))
  expect(
    nightly.every(({ state, differencesCount }) => state === 'done' && differencesCount === 0),
  ).toBe(true)
  expect(new Set(nightly.map(({ _id }) => _id)).size).toBe(nightly.length)
  const { last } = await world.ok(owner, 'points.getBooks', { communityId })
  expect(last?.totals.issued).toBe(60)
})

type Stored = { _id: string; [field: string]: unknown }
const change = (collection: string, document: Stored, set: Record<string, unknown>) =>
  control(world.cloud, 'PUT', 'documents', { collection, document: { ...document, ...set } })

test.each([
  ['a balance that was changed', 'accounts', { posted: 61 }, 'balance_differs'],
  ['a transfer that was changed', 'transfers', { reason: 'bounty' }, 'chain_broken'],
] as const)('%s raises an alarm with those who have the duty', async (_, collection, set, kind) => {
  await givePoints(at, ann, 60)
  const [document] = (await world.documents(collection, { communityId })) as Stored[]
  if (!document) throw new Error('nothing to change')
  await change(collection, document, set)
  const { differences, differencesCount } = await reconciled()
  expect(differencesCount).toBeGreaterThan(0)
  expect(differences.map((one) => one.kind)).toContain(kind)
  expect(differences[0]?.owner?.memberId).toBe(world.memberId(communityId, ann))
  const { items } = await world.ok(owner, 'inbox.list', {})
  expect(items.filter((message) => message.kind === 'books_differ')).toHaveLength(1)
  const anns = await world.ok(ann, 'inbox.list', {})
  expect(anns.items.filter((message) => message.kind === 'books_differ')).toHaveLength(0)
})

test('no transfer hides in the place of another', async () => {
  await givePoints(at, ann, 60)
  await givePoints(at, ben, 5)
  const [one, other] = (await world.documents('transfers', { communityId })) as Stored[]
  if (!one || !other) throw new Error('nothing was posted')
  await expect(change('transfers', other, { order: one.order })).rejects.toThrow('DUPLICATE')
})

test('is a duty, and runs once at a time', async () => {
  expect((await world.refused(ann, 'points.startReconciliation', { communityId })).code).toBe(
    'forbidden',
  )
  expect(await world.call(ann, 'points.getBooks', { communityId })).toMatchObject({
    code: 'forbidden',
  })
  await world.ok(owner, 'points.startReconciliation', { communityId })
  expect((await world.refused(owner, 'points.startReconciliation', { communityId })).code).toBe(
    'reconciliation_running',
  )
})

test('a forecast says what changed awards would have given for the same help', async () => {
  const offer = async () => {
    const asker = await world.given.member(at, 'asker')
    const requestId = await world.given.request(communityId, asker)
    const on = { communityId, requestId, offerId: ben.userId }
    await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我来' })
    await world.ok(asker, 'help.acceptOffer', on)
    await world.ok(asker, 'help.confirmDone', { ...on, thanks: '多谢' })
  }
  for (let n = 0; n < 3; n++) await offer()
  await world.fireTimer()
  const { awards } = await rulesToPublish(at)
  const changed = { ...awards, help_confirmed: { amount: 20, perDay: 50, perMonth: null } }
  const ask = () => world.ok(owner, 'points.forecast', { communityId, awards: changed })
  await reconciled()
  const { lines } = await ask()
  expect(lines.find(({ rule }) => rule === 'help_confirmed')).toEqual({
    rule: 'help_confirmed',
    given: 30,
    wouldGive: 50,
    members: 1,
  })
  expect(await world.call(ann, 'points.forecast', { communityId, awards })).toMatchObject({
    code: 'forbidden',
  })
})

test('points expire after the month they were good to, oldest first, with notice ahead', async () => {
  await givePoints(at, ann, 60)
  const [account] = await world.documents('accounts', { communityId })
  const month = account?.nextExpiry ?? ''
  const lastDay = Date.parse(`${month}-20T04:00:00Z`)
  await world.shiftClock(lastDay - Date.now())
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  const notices = (await world.ok(ann, 'inbox.list', {})).items.filter(
    ({ kind }) => kind === 'points_expiring',
  )
  expect(notices).toMatchObject([{ params: { amount: 60, month: Number(month.slice(5)) } }])
  expect(await world.ok(ann, 'points.getMine', { communityId })).toMatchObject({
    available: 60,
    expiring: [{ month, amount: 60 }],
  })
  await world.shiftClock(lastDay + 15 * DAY_MS - Date.now())
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  expect((await world.ok(ann, 'points.getMine', { communityId })).posted).toBe(0)
  const { items } = await world.ok(ann, 'points.listStatement', { communityId })
  expect(items.map(({ amount, reason }) => [amount, reason])).toEqual([
    [-60, 'expired'],
    [60, 'adjusted'],
  ])
})
