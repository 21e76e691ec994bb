import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const idOf = (user: Board['ann']) => board.world.memberId(board.communityId, user)
const profile = (viewer: Board['ann'], user: Board['ann']) =>
  board.world.ok(viewer, 'member.getProfile', {
    communityId: board.communityId,
    memberId: idOf(user),
  })
const update = { nickname: '安安', avatar: 'a7' as const, skills: ['缝纫', '做饭'] }

test('shows two tallies, given and received, of what was thanked for', async () => {
  const { given, when, ann, ben, cai } = board
  const requestId = await given.accepted([ben, cai])
  await when.confirm(requestId, ben)
  expect(await profile(cai, ben)).toMatchObject({ helpGiven: 1, helpReceived: 0, own: false })
  expect(await profile(ann, ann)).toMatchObject({ helpGiven: 0, helpReceived: 1, own: true })
  // Accepted and not thanked yet: no tally.
  expect(await profile(cai, cai)).toMatchObject({ helpGiven: 0, helpReceived: 0 })
})

test('shows no openid, and roles to give only to the one who may', async () => {
  const { home, ann, ben } = board
  expect((await profile(home.owner, ben)).mayAppoint).toEqual([
    'admin',
    'moderator',
    'steward',
    'dutyAdmin',
  ])
  expect((await profile(ann, ben)).mayAppoint).toEqual([])
  expect((await profile(home.owner, home.owner)).mayAppoint).toEqual([])
  expect(JSON.stringify(await profile(ann, ben))).not.toContain(ben.openid)
})

test('a member of another community does not exist here', async () => {
  const { world, communityId, ann } = board
  const other = await world.given.community()
  const foreign = world.memberId(other.communityId, other.owner)
  for (const memberId of [foreign, 'constructor']) {
    const reply = await world.call(ann, 'member.getProfile', { communityId, memberId })
    expect(reply).toMatchObject({ ok: false, code: 'not_found' })
  }
})

test('a new profile shows at once, in this community and in no other', async () => {
  const { world, communityId, ben } = board
  const other = await world.given.community()
  await world.apply(ben, other.communityId)
  await world.ok(other.owner, 'entry.decide', {
    communityId: other.communityId,
    applicationId: world.memberId(other.communityId, ben),
    revision: 1,
    verdict: 'approve',
  })
  const key = newKey()
  await world.ok(ben, 'member.updateProfile', { communityId, ...update }, { key })
  expect(await profile(ben, ben)).toMatchObject({ ...update, role: 'member' })
  const elsewhere = await world.ok(ben, 'member.getProfile', {
    communityId: other.communityId,
    memberId: world.memberId(other.communityId, ben),
  })
  expect(elsewhere.nickname).toBe('ben')
  const before = await world.digest()
  await world.ok(ben, 'member.updateProfile', { communityId, ...update }, { key })
  expect(await world.digest()).toEqual(before)
})

test('a profile and a role changed at once are both changed', async () => {
  const { world, communityId, home, cai } = board
  for (const role of ['admin', 'member', 'moderator', 'member'] as const) {
    const nickname = `蔡${role}`
    await Promise.all([
      world.ok(cai, 'member.updateProfile', { communityId, ...update, nickname }),
      world.ok(home.owner, 'member.appoint', { communityId, memberId: idOf(cai), role }),
    ])
    expect(await profile(cai, cai)).toMatchObject({ nickname, role })
  }
})

test('names what cannot be shown are refused by place', async () => {
  const { world, communityId, ann } = board
  const blank = { communityId, ...update, nickname: '  ' }
  expect(await world.refused(ann, 'member.updateProfile', blank)).toEqual({
    code: 'malformed_input',
    params: { path: 'nickname' },
  })
})
