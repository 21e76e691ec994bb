import { newKey, openWorld, type User, type World } from '../../../test/world'
import { PASSES_OPEN_MAX } from '../../../types/pass'

const DAY_MS = 86_400_000

let world: World
let communityId: string
let owner: User
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
})
afterEach(() => world.shiftClock(0))
afterAll(() => world.close())

const issued = async (days = 7) =>
  (await world.ok(owner, 'entry.issuePass', { communityId, days })).code
const listed = async () => (await world.ok(owner, 'entry.listPasses', { communityId })).passes
const isIn = async (user: User) =>
  (await world.call(user, 'member.getHome', { communityId })).ok === true

test('a reviewer comes in by a pass, without group or application, and can do what members do', async () => {
  const code = await issued()
  const reviewer = world.person('reviewer')
  expect(await world.ok(reviewer, 'entry.usePass', { code: ` ${code.toUpperCase()} ` })).toEqual({
    communityId,
  })
  const requestId = await world.given.request(communityId, owner)
  await world.ok(reviewer, 'help.makeOffer', { communityId, requestId, message: '我可以' })
  await world.given.request(communityId, reviewer)
  await world.ok(reviewer, 'checkin.checkIn', { communityId })
  const { communities } = await world.ok(reviewer, 'community.enter', {})
  expect(communities).toMatchObject([{ id: communityId, role: 'member', duties: [] }])
  expect(await listed()).toMatchObject([{ code, state: 'used', usedAt: expect.any(String) }])
})

test('it stands in the log, and the owner is told', async () => {
  const code = await issued()
  const reviewer = world.person('reviewer')
  await world.ok(reviewer, 'entry.usePass', { code })
  await world.ok(owner, 'entry.revokePass', { communityId, code })
  await world.fireTimer()
  const log = await world.ok(owner, 'audit.list', { communityId })
  expect(log.items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['pass_issued', 'pass_used', 'pass_revoked']),
  )
  const { items } = await world.ok(owner, 'inbox.list', {})
  expect(items.filter(({ kind }) => kind === 'pass_used')).toHaveLength(1)
})

test('who came in is out from the moment the pass is taken back, and what they left is settled', async () => {
  const code = await issued()
  const reviewer = world.person('reviewer')
  await world.ok(reviewer, 'entry.usePass', { code })
  const requestId = await world.given.request(communityId, owner)
  await world.ok(reviewer, 'help.makeOffer', { communityId, requestId, message: '我可以' })
  await world.ok(owner, 'entry.revokePass', { communityId, code })
  expect(await isIn(reviewer)).toBe(false)
  expect((await world.ok(reviewer, 'community.enter', {})).communities).toEqual([])
  expect(await world.refused(reviewer, 'entry.usePass', { code })).toMatchObject({
    code: 'already_member',
  })
  await world.fireTimer()
  await world.fireTimer()
  expect(await world.refused(reviewer, 'entry.usePass', { code })).toMatchObject({
    code: 'pass_invalid',
  })
  const { offers } = await world.ok(owner, 'help.getRequest', { communityId, requestId })
  expect(offers).toMatchObject([{ state: 'withdrawn' }])
  expect(await world.documents('members', { communityId })).toHaveLength(1)
})

test('a pass ends by itself, and its member with it', async () => {
  const code = await issued(1)
  const unused = await issued(1)
  const reviewer = world.person('reviewer')
  await world.ok(reviewer, 'entry.usePass', { code })
  await world.shiftClock(DAY_MS + 1000)
  expect(await isIn(reviewer)).toBe(false)
  await world.fireTimer()
  expect(await world.documents('members', { communityId })).toHaveLength(1)
  expect((await listed()).map(({ state }) => state)).toEqual(['over', 'over'])
  const late = world.person('late')
  expect(await world.refused(late, 'entry.usePass', { code: unused })).toMatchObject({
    code: 'pass_invalid',
  })
  expect(
    await world.refused(owner, 'entry.revokePass', { communityId, code: unused }),
  ).toMatchObject({ code: 'pass_over' })
})

test('one pass lets one person in, of two at once too', async () => {
  const code = await issued()
  const people = [world.person('one'), world.person('two')]
  const replies = await Promise.all(people.map((who) => world.call(who, 'entry.usePass', { code })))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter((reply) => !reply.ok && reply.code === 'pass_invalid')).toHaveLength(1)
  expect(await world.documents('members', { communityId })).toHaveLength(2)
})

test('a reviewer who left comes back by the same pass while it is good', async () => {
  const code = await issued()
  const reviewer = world.person('reviewer')
  await world.ok(reviewer, 'entry.usePass', { code })
  await world.ok(reviewer, 'member.leave', { communityId })
  await world.ok(reviewer, 'entry.usePass', { code })
  expect(await isIn(reviewer)).toBe(true)
})

test('only the owner makes, sees and takes back passes, each of their own community', async () => {
  const code = await issued()
  const ann = await world.given.member({ communityId, owner }, 'ann')
  for (const name of ['entry.issuePass', 'entry.revokePass'] as const) {
    const input = name === 'entry.issuePass' ? { communityId, days: 1 } : { communityId, code }
    expect(await world.refused(ann, name, input as never)).toMatchObject({ code: 'forbidden' })
  }
  expect(await world.call(ann, 'entry.listPasses', { communityId })).toMatchObject({
    ok: false,
    code: 'forbidden',
  })
  const other = await world.given.community()
  const theirs = { communityId: other.communityId, code }
  expect(await world.refused(other.owner, 'entry.revokePass', theirs)).toMatchObject({
    code: 'not_found',
  })
})

test('only so many passes are good at a time', async () => {
  const key = newKey()
  const first = await world.ok(owner, 'entry.issuePass', { communityId, days: 7 }, { key })
  expect(await world.ok(owner, 'entry.issuePass', { communityId, days: 7 }, { key })).toEqual(first)
  for (let i = 1; i < PASSES_OPEN_MAX; i++) await issued()
  const more = { communityId, days: 7 }
  expect(await world.refused(owner, 'entry.issuePass', more)).toEqual({
    code: 'too_many_passes',
    params: { max: PASSES_OPEN_MAX },
  })
  await world.ok(owner, 'entry.revokePass', { communityId, code: first.code })
  await world.ok(owner, 'entry.issuePass', more)
})

test('who waits at the door and comes in by a pass is not admitted a second time', async () => {
  const reviewer = await world.given.applicant(communityId, 'reviewer')
  await world.ok(reviewer, 'entry.usePass', { code: await issued() })
  const decision = {
    communityId,
    applicationId: world.memberId(communityId, reviewer),
    revision: 1,
    verdict: 'approve',
  } as const
  expect(await world.refused(owner, 'entry.decide', decision)).toMatchObject({
    code: 'already_decided',
  })
  expect(await isIn(reviewer)).toBe(true)
})
