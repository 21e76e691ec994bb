import { newKey, openWorld, type User, type World } from '../../../test/world'

let world: World
let communityId: string
let owner: User
let admin: User
beforeAll(async () => {
  world = await openWorld()
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
  admin = await world.given.member(home, 'admin')
  const memberId = world.memberId(communityId, admin)
  await world.ok(owner, 'member.appoint', { communityId, memberId, role: 'admin' })
})
afterAll(() => world.close())

const about = (user: User) => ({
  communityId,
  applicationId: world.memberId(communityId, user),
  revision: 1,
})
const approving = (user: User) => ({ ...about(user), verdict: 'approve' as const })
const declining = (user: User, reason = '请写明住在哪一片') => ({
  ...about(user),
  verdict: 'decline' as const,
  reason,
})
const newsOf = async (user: User) =>
  (await world.documents('messages'))
    .filter(({ userId }) => userId === user.userId)
    .map(({ kind, params, target }) => ({ kind, params, target }))
const membersOf = async (user: User) =>
  (await world.documents('members')).filter(({ userId }) => userId === user.userId)

test('approval makes a member of what was applied with, and welcomes them', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await world.ok(owner, 'entry.decide', approving(ann))
  expect(await membersOf(ann)).toMatchObject([
    {
      _id: world.memberId(communityId, ann),
      role: 'member',
      nickname: 'ann',
      skills: ['修自行车'],
      rulesVersion: 1,
    },
  ])
  expect(await newsOf(ann)).toEqual([
    { kind: 'application_approved', params: {}, target: { page: 'home' } },
  ])
  await world.ok(ann, 'member.getHome', { communityId })
})

test('one who applied under older rules accepts the new ones first', async () => {
  const home = await world.given.community()
  const ann = await world.given.applicant(home.communityId, 'ann')
  await world.ok(home.owner, 'community.publishRules', {
    communityId: home.communityId,
    basedOn: 1,
    items: ['说到做到'],
  })
  await world.ok(home.owner, 'entry.decide', {
    ...approving(ann),
    communityId: home.communityId,
    applicationId: world.memberId(home.communityId, ann),
  })
  const seen = await world.ok(ann, 'member.getHome', { communityId: home.communityId })
  expect(seen.rulesToAccept).toBe(2)
})

test('declining makes no member and tells the reason, at the door', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await world.ok(admin, 'entry.decide', declining(ann))
  expect(await membersOf(ann)).toEqual([])
  expect(await newsOf(ann)).toEqual([
    {
      kind: 'application_declined',
      params: { reason: '请写明住在哪一片' },
      target: { page: 'door' },
    },
  ])
  expect((await world.call(ann, 'member.getHome', { communityId })).ok).toBe(false)
})

test('refuses to decline without a reason', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const { reason: _reason, ...silent } = declining(ann)
  expect((await world.refused(owner, 'entry.decide', silent)).code).toBe('reason_required')
})

test('refuses members without the duty, about any application alike', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const ben = await world.given.member({ communityId, owner }, 'ben')
  const nobody = { ...approving(ann), applicationId: 'nobody' }
  for (const input of [approving(ann), nobody]) {
    expect((await world.refused(ben, 'entry.decide', input)).code).toBe('forbidden')
  }
})

test('refuses an application that was corrected since it was read, with its revision', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await world.apply(ann, communityId)
  expect(await world.refused(owner, 'entry.decide', approving(ann))).toEqual({
    code: 'application_changed',
    params: { revision: 2 },
  })
  await world.ok(owner, 'entry.decide', { ...approving(ann), revision: 2 })
})

test('refuses what was decided already, either way', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const ben = await world.given.applicant(communityId, 'ben')
  await world.ok(admin, 'entry.decide', approving(ann))
  await world.ok(admin, 'entry.decide', declining(ben))
  for (const input of [declining(ann), approving(ann), approving(ben), declining(ben)]) {
    expect((await world.refused(owner, 'entry.decide', input)).code).toBe('already_decided')
  }
})

test('refuses an application to another community, and one that nobody made', async () => {
  const other = await world.given.community()
  const ann = await world.given.applicant(other.communityId, 'ann')
  const foreign = world.memberId(other.communityId, ann)
  for (const applicationId of [foreign, world.memberId(communityId, ann), 'constructor']) {
    const input = { ...approving(ann), applicationId }
    expect((await world.refused(owner, 'entry.decide', input)).code).toBe('not_found')
  }
})

test('sent again, is answered the same and done once', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const key = newKey()
  await world.ok(owner, 'entry.decide', approving(ann), { key })
  const before = await world.digest()
  expect(await world.ok(owner, 'entry.decide', approving(ann), { key })).toEqual({})
  expect(await world.digest()).toEqual(before)
})

test('the same call on several connections at once is done once and answered each time', async () => {
  for (let round = 0; round < 5; round++) {
    const ann = await world.given.applicant(communityId, 'ann')
    const key = newKey()
    const replies = await Promise.all(
      [1, 2, 3].map(() => world.call(owner, 'entry.decide', approving(ann), { key })),
    )
    expect(replies).toEqual(Array(3).fill({ ok: true, data: {} }))
    expect(await newsOf(ann)).toHaveLength(1)
  }
})

test('of two admins at once exactly one decides', async () => {
  for (let round = 0; round < 6; round++) {
    const ann = await world.given.applicant(communityId, 'ann')
    const [approved, declined] = await Promise.all([
      world.call(owner, 'entry.decide', approving(ann)),
      world.call(admin, 'entry.decide', declining(ann)),
    ])
    expect([approved.ok, declined.ok].sort()).toEqual([false, true])
    expect(approved.ok ? declined : approved).toMatchObject({ code: 'already_decided' })
    expect(await membersOf(ann)).toHaveLength(approved.ok ? 1 : 0)
    expect(await newsOf(ann)).toHaveLength(1)
  }
})
