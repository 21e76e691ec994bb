import { newKey, openWorld, type User, type World } from '../../../test/world'

let world: World
let communityId: string
let owner: User
beforeAll(async () => {
  world = await openWorld()
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
})
afterAll(() => world.close())

const from = async (user: User, group: string) => ({ group: await world.groupProof(user, group) })

test('makes the card of the group open this community', async () => {
  await world.ok(owner, 'community.bindGroup', { communityId }, await from(owner, 'group-new'))
  const passer = world.person('passer')
  const entered = await world.ok(passer, 'community.enter', {}, await from(passer, 'group-new'))
  expect(entered).toMatchObject({ group: 'bound', opened: communityId })
})

test('binds a second group as well, and the same one without change', async () => {
  const proof = await from(owner, 'group-second')
  await world.ok(owner, 'community.bindGroup', { communityId }, proof)
  const groups = await world.documents('groups')
  await world.ok(owner, 'community.bindGroup', { communityId }, await from(owner, 'group-second'))
  expect(await world.documents('groups')).toEqual(groups)
})

test('refuses a call without a proven group', async () => {
  const forged = { cloudID: 'x', data: { opengid: 'group-forged' } }
  for (const options of [{}, { group: forged }, { group: 'group-forged' }]) {
    const { code } = await world.refused(owner, 'community.bindGroup', { communityId }, options)
    expect(code).toBe('group_not_proven')
  }
})

test('refuses members without the duty, in a new group and a bound one alike', async () => {
  const ann = await world.given.member({ communityId, owner }, 'ann')
  await world.ok(owner, 'member.appoint', {
    communityId,
    memberId: world.memberId(communityId, ann),
    role: 'moderator',
  })
  for (const group of ['group-third', 'group-new']) {
    const proof = await from(ann, group)
    const { code } = await world.refused(ann, 'community.bindGroup', { communityId }, proof)
    expect(code).toBe('forbidden')
  }
})

test('refuses the group of another community', async () => {
  await world.given.community({ group: 'group-elsewhere' })
  const proof = await from(owner, 'group-elsewhere')
  const { code } = await world.refused(owner, 'community.bindGroup', { communityId }, proof)
  expect(code).toBe('group_taken')
})

test('sent again, is answered the same and done once', async () => {
  const options = { ...(await from(owner, 'group-again')), key: newKey() }
  const first = await world.ok(owner, 'community.bindGroup', { communityId }, options)
  const before = await world.digest()
  expect(await world.ok(owner, 'community.bindGroup', { communityId }, options)).toEqual(first)
  expect(await world.digest()).toEqual(before)
})

test('of two communities at once exactly one gets the group', async () => {
  const other = await world.given.community({ name: '隔壁楼' })
  for (let round = 0; round < 5; round++) {
    const group = `group-race-${round}`
    const replies = await Promise.all(
      [{ communityId, owner }, other].map(async (home) =>
        world.call(
          home.owner,
          'community.bindGroup',
          { communityId: home.communityId },
          await from(home.owner, group),
        ),
      ),
    )
    const codes = replies.map((reply) => (reply.ok ? 'bound' : reply.code))
    expect(codes.sort()).toEqual(['bound', 'group_taken'])
  }
})
