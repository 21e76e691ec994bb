import { newKey, openWorld, type User, type World } from '../../../test/world'
import type { CallInput } from '../../../types/contract'

let world: World
let communityId: string
let owner: User
let admin: User
let ann: User
beforeAll(async () => {
  world = await openWorld()
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
  admin = await world.given.member(home, 'admin')
  await world.ok(owner, 'member.appoint', appointing(admin, 'admin'))
})
beforeEach(async () => {
  ann = await world.given.member({ communityId, owner }, 'ann')
})
afterAll(() => world.close())

const appointing = (user: User, role: CallInput<'member.appoint'>['role']) => ({
  communityId,
  memberId: world.memberId(communityId, user),
  role,
})
const roleOf = async (user: User) =>
  (await world.ok(user, 'member.getHome', { communityId })).me.role
const newsOf = async (user: User) =>
  (await world.documents('messages')).filter(
    ({ userId, kind }) => userId === user.userId && kind === 'role_changed',
  )

test('gives the role with its duties, and tells the member', async () => {
  await world.ok(owner, 'member.appoint', appointing(ann, 'moderator'))
  expect(await roleOf(ann)).toBe('moderator')
  await world.ok(ann, 'entry.listApplications', { communityId, state: 'pending' })
  expect(await newsOf(ann)).toMatchObject([
    { params: { role: 'moderator' }, target: { page: 'home' }, communityName: '梧桐里邻里' },
  ])
})

test('takes the role back', async () => {
  await world.ok(owner, 'member.appoint', appointing(ann, 'admin'))
  await world.ok(owner, 'member.appoint', appointing(ann, 'member'))
  const reply = await world.call(ann, 'entry.listApplications', { communityId, state: 'pending' })
  expect(reply).toMatchObject({ code: 'forbidden' })
  expect(await newsOf(ann)).toHaveLength(2)
})

test('giving the role a member has tells nobody', async () => {
  await world.ok(owner, 'member.appoint', appointing(ann, 'member'))
  expect(await newsOf(ann)).toEqual([])
})

test('refuses those without the duty, about anybody, themselves among them', async () => {
  for (const memberId of [ann, owner].map((who) => world.memberId(communityId, who))) {
    const input = { communityId, memberId, role: 'admin' } as const
    expect((await world.refused(ann, 'member.appoint', input)).code).toBe('forbidden')
  }
  const nobody = { communityId, memberId: 'nobody', role: 'admin' } as const
  expect((await world.refused(ann, 'member.appoint', nobody)).code).toBe('forbidden')
})

test('an admin gives the roles below their own, and touches nobody at or above it', async () => {
  const other = await world.given.member({ communityId, owner }, 'other')
  await world.ok(owner, 'member.appoint', appointing(other, 'admin'))
  for (const role of ['moderator', 'steward', 'dutyAdmin', 'member'] as const) {
    await world.ok(admin, 'member.appoint', appointing(ann, role))
    const { code } = await world.refused(admin, 'member.appoint', appointing(other, role))
    expect(code).toBe('role_too_high')
  }
  const { code } = await world.refused(admin, 'member.appoint', appointing(ann, 'admin'))
  expect(code).toBe('role_too_high')
})

test('refuses to change the role of the owner', async () => {
  const { code } = await world.refused(owner, 'member.appoint', appointing(owner, 'member'))
  expect(code).toBe('owner_stays')
})

test('refuses a member of another community, and nobody', async () => {
  const other = await world.given.community()
  const ben = await world.given.member(other, 'ben')
  for (const memberId of [world.memberId(other.communityId, ben), 'toString']) {
    const input = { communityId, memberId, role: 'admin' } as const
    expect((await world.refused(owner, 'member.appoint', input)).code).toBe('not_found')
  }
})

test('refuses to make a second owner', async () => {
  const input = { ...appointing(ann, 'admin'), role: 'owner' as never }
  expect((await world.refused(owner, 'member.appoint', input)).code).toBe('malformed_input')
})

test('sent again, is answered the same and told once', async () => {
  const key = newKey()
  await world.ok(owner, 'member.appoint', appointing(ann, 'admin'), { key })
  await world.ok(owner, 'member.appoint', appointing(ann, 'member'))
  const before = await world.digest()
  await world.ok(owner, 'member.appoint', appointing(ann, 'admin'), { key })
  expect(await world.digest()).toEqual(before)
})

test('two appointments at once leave one of the two roles, and each was told', async () => {
  for (let round = 0; round < 4; round++) {
    const ben = await world.given.member({ communityId, owner }, 'ben')
    await Promise.all(
      (['admin', 'moderator'] as const).map((role) =>
        world.ok(owner, 'member.appoint', appointing(ben, role)),
      ),
    )
    expect(['admin', 'moderator']).toContain(await roleOf(ben))
    expect(await newsOf(ben)).toHaveLength(2)
  }
})
