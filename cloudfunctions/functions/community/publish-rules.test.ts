import { newKey, openWorld, type User, type World } from '../../../test/world'

let world: World
let communityId: string
let owner: User
let ann: User
beforeEach(async () => {
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
  ann = await world.given.member(home, 'ann')
  await world.fireTimer()
})
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const items = ['有借有还，再借不难', '说到做到']
const publishing = (basedOn: number) => ({ communityId, basedOn, items })

test('publishes the next version, which its publisher has accepted and others have not', async () => {
  expect(await world.ok(owner, 'community.publishRules', publishing(1))).toEqual({ version: 2 })
  const seenByOwner = await world.ok(owner, 'community.getRules', { communityId })
  expect(seenByOwner).toMatchObject({
    rules: { version: 2, items },
    accepted: true,
    mayPublish: true,
  })
  const seenByAnn = await world.ok(ann, 'community.getRules', { communityId })
  expect(seenByAnn).toMatchObject({ rules: { version: 2 }, accepted: false, mayPublish: false })
  const home = await world.ok(ann, 'member.getHome', { communityId })
  expect(home.rulesToAccept).toBe(2)
})

test('a member writes nothing more until the new version is accepted', async () => {
  await world.ok(owner, 'community.publishRules', publishing(1))
  const profile = { communityId, nickname: '安', avatar: 'a2' as const, skills: ['缝纫'] }
  expect(await world.refused(ann, 'member.updateProfile', profile)).toEqual({
    code: 'rules_not_accepted',
    params: { version: 2 },
  })
  await world.ok(ann, 'entry.acceptRules', { communityId, version: 2 })
  await world.ok(ann, 'member.updateProfile', profile)
})

test('tells every member but the publisher, through the timer, once', async () => {
  await world.ok(owner, 'community.publishRules', publishing(1))
  await world.fireTimer()
  await world.fireTimer()
  const told = (await world.documents('messages')).filter(
    (message) => message.kind === 'rules_published' && message.communityId === communityId,
  )
  expect(told).toMatchObject([
    { userId: ann.userId, params: { version: 2 }, target: { page: 'rules' } },
  ])
})

test('refuses members without the duty', async () => {
  const { code } = await world.refused(ann, 'community.publishRules', publishing(1))
  expect(code).toBe('forbidden')
})

test('refuses an edit of a version that is not the current one', async () => {
  for (const basedOn of [2, 99]) {
    expect(await world.refused(owner, 'community.publishRules', publishing(basedOn))).toEqual({
      code: 'rules_outdated',
      params: { version: 1 },
    })
  }
})

test('sent again, is answered with the same version', async () => {
  const key = newKey()
  const first = await world.ok(owner, 'community.publishRules', publishing(1), { key })
  const before = await world.digest()
  expect(await world.ok(owner, 'community.publishRules', publishing(1), { key })).toEqual(first)
  expect(await world.digest()).toEqual(before)
})

test('of two admins who edit the same version at once one publishes', async () => {
  await world.ok(owner, 'member.appoint', {
    communityId,
    memberId: world.memberId(communityId, ann),
    role: 'admin',
  })
  for (let version = 1; version <= 5; version++) {
    const replies = await Promise.all(
      [owner, ann].map((user) => world.call(user, 'community.publishRules', publishing(version))),
    )
    const codes = replies.map((reply) => (reply.ok ? reply.data.version : reply.code))
    expect(codes).toContain(version + 1)
    // Who comes second has either read the old version or has the new one still to accept.
    const second = codes.find((code) => code !== version + 1)
    expect(['rules_outdated', 'rules_not_accepted']).toContain(second)
    for (const user of [owner, ann]) {
      await world.ok(user, 'entry.acceptRules', { communityId, version: version + 1 })
    }
  }
})

test('a member who accepted an earlier version is shown that one beside the new one', async () => {
  const before = (await world.ok(ann, 'community.getRules', { communityId })).rules
  await world.ok(owner, 'community.publishRules', publishing(1))
  await world.ok(owner, 'community.publishRules', {
    communityId,
    basedOn: 2,
    items: [...items, '借书请写归还日'],
  })
  const seen = async (user: User) =>
    (await world.ok(user, 'community.getRules', { communityId })).before
  expect(await seen(ann)).toEqual(before)
  await world.ok(ann, 'entry.acceptRules', { communityId, version: 3 })
  expect(await seen(ann)).toEqual({ version: 2, items })
})

test('the first rules are compared with nothing', async () => {
  expect((await world.ok(ann, 'community.getRules', { communityId })).before).toBeNull()
})
