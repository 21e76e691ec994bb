import { openWorld, type User, type World } from '../../../test/world'

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
