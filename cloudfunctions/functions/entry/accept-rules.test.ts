import { newKey, openWorld, type User, type World } from '../../../test/world'

let world: World
let communityId: string
let ann: User
beforeAll(async () => {
  world = await openWorld()
  const home = await world.given.community()
  communityId = home.communityId
  ann = await world.given.member(home, 'ann')
  const items = ['说到做到']
  for (const basedOn of [1, 2]) {
    await world.ok(home.owner, 'community.publishRules', { communityId, basedOn, items })
  }
})
afterAll(() => world.close())

const accepted = async () => (await world.ok(ann, 'community.getRules', { communityId })).accepted

test('refuses a version that is not the current one, older or made up', async () => {
  for (const version of [1, 2, 4]) {
    expect(await world.refused(ann, 'entry.acceptRules', { communityId, version })).toEqual({
      code: 'rules_outdated',
      params: { version: 3 },
    })
  }
  expect(await accepted()).toBe(false)
})

test('accepts the current version; again changes nothing, with the same key or another', async () => {
  const key = newKey()
  const input = { communityId, version: 3 }
  await world.ok(ann, 'entry.acceptRules', input, { key })
  expect(await accepted()).toBe(true)
  const members = await world.documents('members')
  await world.ok(ann, 'entry.acceptRules', input, { key })
  await world.ok(ann, 'entry.acceptRules', input)
  expect(await world.documents('members')).toEqual(members)
})

test('two phones at once accept it together', async () => {
  const home = await world.given.community()
  const ben = await world.given.member(home, 'ben')
  const input = { communityId: home.communityId, version: 2 }
  await world.ok(home.owner, 'community.publishRules', {
    communityId: home.communityId,
    basedOn: 1,
    items: ['说到做到'],
  })
  await Promise.all([1, 2].map(() => world.ok(ben, 'entry.acceptRules', input)))
  const seen = await world.ok(ben, 'member.getHome', { communityId: home.communityId })
  expect(seen.rulesToAccept).toBeNull()
})
