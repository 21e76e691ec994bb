import { openWorld, type World } from '../../../test/world'

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
