import { control, openWorld, type User, type World } from '../../../test/world'
import { eventForm, signUp } from '../../../test/world/calls/event'
import { givePoints, pendingAdjustment } from '../../../test/world/calls/points'
import { setting } from '../../../test/world/calls/setting'
import { givenOrder } from '../../../test/world/calls/store'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('shows what waits for the duties one has, the longest waiting first, and counts it', async () => {
  const home = await world.given.community()
  const { communityId, owner } = home
  const member = await world.given.member(home, 'member')
  for (const name of ['first', 'second']) await world.given.applicant(communityId, name)
  const { counts, items } = await world.ok(owner, 'workbench.list', { communityId })
  const applications = items.filter(({ kind }) => kind === 'application')
  expect(applications.map(({ title }) => title)).toEqual(['first', 'second'])
  expect(counts).toContainEqual({ kind: 'application', count: 2 })
  expect((await world.ok(owner, 'member.getHome', { communityId })).workWaiting).toBe(2)
  expect(await world.ok(member, 'workbench.list', { communityId })).toEqual({
    counts: [],
    items: [],
  })
  expect((await world.ok(member, 'member.getHome', { communityId })).workWaiting).toBe(0)
})

test('an event waits for those who approve, a sign-up for whoever organises', async () => {
  const home = await world.given.community()
  const { communityId, owner } = home
  const ann = await world.given.member(home, 'ann')
  const ben = await world.given.member(home, 'ben')
  const form = eventForm({ needsApproval: true })
  const { eventId } = await world.ok(ann, 'event.create', { communityId, form, repeat: null })
  const { items } = await world.ok(owner, 'workbench.list', { communityId })
  expect(items).toMatchObject([{ kind: 'event', itemId: eventId, title: form.title }])
  await world.ok(owner, 'event.decide', { communityId, eventId, verdict: 'publish' })
  await signUp(world, ben, { communityId, eventId })
  await signUp(world, owner, { communityId, eventId })
  const work = await world.ok(ann, 'workbench.list', { communityId })
  expect(work).toMatchObject({
    counts: [{ kind: 'registration', count: 2 }],
    items: [{ kind: 'registration', itemId: eventId, title: form.title, params: { count: 2 } }],
  })
  expect((await world.ok(ann, 'member.getHome', { communityId })).workWaiting).toBe(2)
  expect((await world.ok(owner, 'workbench.list', { communityId })).items).toEqual([])
})

test('what is decided from it leaves it', async () => {
  const home = await world.given.community()
  const { communityId, owner } = home
  await world.given.applicant(communityId, 'ann')
  const [item] = (await world.ok(owner, 'workbench.list', { communityId })).items
  if (!item) throw new Error('nothing waits')
  await world.ok(owner, 'entry.decide', {
    communityId,
    applicationId: item.itemId,
    revision: Number(item.params.revision),
    verdict: 'approve',
  })
  expect((await world.ok(owner, 'workbench.list', { communityId })).items).toEqual([])
})

test('a pressing request that nobody answers waits first of all for those who watch the board', async () => {
  const home = await world.given.community()
  const { communityId, owner } = home
  const asker = await world.given.member(home, 'asker')
  const helper = await world.given.member(home, 'helper')
  const watcher = await world.given.member(home, 'watcher')
  await world.ok(owner, 'member.appoint', {
    communityId,
    memberId: world.memberId(communityId, watcher),
    role: 'dutyAdmin',
  })
  await world.given.applicant(communityId, 'applicant')
  await world.given.request(communityId, asker, { what: '不急的事，有空帮忙看看' })
  const urgent = await world.given.request(communityId, asker, { urgency: 'urgent' })
  const emergency = await world.given.request(communityId, asker, { urgency: 'emergency' })
  const seen = async (who: User) =>
    (await world.ok(who, 'workbench.list', { communityId })).items.map(({ itemId }) => itemId)
  expect(await seen(watcher)).toEqual([emergency, urgent])
  expect((await seen(owner)).slice(0, 2)).toEqual([emergency, urgent])
  expect((await world.ok(watcher, 'member.getHome', { communityId })).workWaiting).toBe(2)
  await world.ok(helper, 'help.makeOffer', { communityId, requestId: emergency, message: '马上到' })
  expect(await seen(watcher)).toEqual([urgent])
})

test('what waits of points and store: a difference first, adjustments for a second person, what is to be sent', async () => {
  const at = await setting(world)
  const { communityId, owner, ann, ben } = at
  const adjustmentId = await pendingAdjustment(at)
  const { orderId } = await givenOrder(at, 'shipped')
  await givenOrder(at, 'pickup')
  await givePoints(at, ben, 5)
  const [account] = (await world.documents('accounts', { communityId })).filter(
    ({ userId }) => userId === ben.userId,
  )
  if (!account) throw new Error('no account')
  const change = (document: object) =>
    control(world.cloud, 'PUT', 'documents', { collection: 'accounts', document })
  const reconcile = async () => {
    await world.ok(owner, 'points.startReconciliation', { communityId })
    await world.fireTimer()
  }
  await change({ ...account, posted: 6 })
  await reconcile()
  const seen = async (user: typeof owner) => {
    const { items, counts } = await world.ok(user, 'workbench.list', { communityId })
    const shown = items.map(({ kind, itemId }) => [kind, kind === 'booksDiffer' ? '' : itemId])
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(shown.length)
    return shown
  }
  expect(await seen(ann)).toEqual([
    ['booksDiffer', ''],
    ['adjustment', adjustmentId],
    ['order', orderId],
  ])
  // Whoever proposed does not decide.
  expect(await seen(owner)).toEqual([
    ['booksDiffer', ''],
    ['order', orderId],
  ])
  expect(await seen(ben)).toEqual([])
  await change(account)
  await reconcile()
  await world.ok(owner, 'store.ship', { communityId, orderId, shipping: '顺丰 SF1' })
  await world.ok(ann, 'points.decideAdjustment', { communityId, adjustmentId, verdict: 'approve' })
  expect(await seen(ann)).toEqual([])
})
