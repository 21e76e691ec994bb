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
afterEach(() => world.shiftClock(0))

const about = (user: User) => ({
  communityId,
  applicationId: world.memberId(communityId, user),
  revision: 1,
})
const approve = (user: User, by = owner) =>
  world.ok(by, 'entry.decide', { ...about(user), verdict: 'approve' })
const decline = (user: User) =>
  world.ok(owner, 'entry.decide', { ...about(user), verdict: 'decline', reason: '请写明住处' })
const waiting = async () =>
  (await world.ok(owner, 'entry.listApplications', { communityId, state: 'pending' })).items
const traceOf = async ({ userId }: User) => ({
  members: (await world.documents('members')).filter((found) => found.userId === userId).length,
  messages: (await world.documents('messages')).filter((found) => found.userId === userId).length,
})

test('takes an approval back: no member, no message, waiting at the old place', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const ben = await world.given.applicant(communityId, 'ben')
  const before = (await waiting()).map(({ applicationId }) => applicationId)
  await approve(ann)
  await world.ok(owner, 'entry.undoDecision', about(ann))
  expect(await traceOf(ann)).toEqual({ members: 0, messages: 0 })
  expect((await waiting()).map(({ applicationId }) => applicationId)).toEqual(before)
  expect((await world.call(ann, 'member.getHome', { communityId })).ok).toBe(false)
  await approve(ann)
  await approve(ben)
  expect(await traceOf(ann)).toEqual({ members: 1, messages: 1 })
})

test('takes a refusal back, with its reason', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await decline(ann)
  await world.ok(owner, 'entry.undoDecision', about(ann))
  expect(await traceOf(ann)).toEqual({ members: 0, messages: 0 })
  const found = (await waiting()).find(({ nickname }) => nickname === 'ann')
  expect(found).toMatchObject({ previousReason: null, history: [] })
  await approve(ann)
})

test('is written into the log', async () => {
  const ann = await world.given.applicant(communityId, 'logged')
  await approve(ann)
  await world.ok(owner, 'entry.undoDecision', about(ann))
  const { items } = await world.ok(owner, 'audit.list', { communityId, subject: ann.userId })
  expect(items.map(({ action }) => action).sort()).toEqual([
    'application_approved',
    'decision_undone',
  ])
})

test('refuses after its time, a second time, before any decision and somebody else’s', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  expect((await world.refused(owner, 'entry.undoDecision', about(ann))).code).toBe('undo_expired')
  await approve(ann)
  expect((await world.refused(admin, 'entry.undoDecision', about(ann))).code).toBe('undo_expired')
  await world.shiftClock(31_000)
  expect((await world.refused(owner, 'entry.undoDecision', about(ann))).code).toBe('undo_expired')
  await world.shiftClock(0)
  await world.ok(owner, 'entry.undoDecision', about(ann))
  expect((await world.refused(owner, 'entry.undoDecision', about(ann))).code).toBe('undo_expired')
  await approve(ann)
})

test('refuses when the person has applied anew since', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await decline(ann)
  await world.apply(ann, communityId)
  expect((await world.refused(owner, 'entry.undoDecision', about(ann))).code).toBe('undo_expired')
})

test('sent again and on several connections at once, is done once', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await approve(ann)
  const key = newKey()
  const replies = await Promise.all(
    [1, 2, 3].map(() => world.call(owner, 'entry.undoDecision', about(ann), { key })),
  )
  expect(replies).toEqual(Array(3).fill({ ok: true, data: {} }))
  const before = await world.digest()
  await world.ok(owner, 'entry.undoDecision', about(ann), { key })
  expect(await world.digest()).toEqual(before)
})

test('against the other admin deciding anew, one of both orders holds', async () => {
  for (let round = 0; round < 5; round++) {
    const ann = await world.given.applicant(communityId, 'ann')
    await approve(ann)
    const [undone, decided] = await Promise.all([
      world.call(owner, 'entry.undoDecision', about(ann)),
      world.call(admin, 'entry.decide', { ...about(ann), verdict: 'approve' }),
    ])
    expect(undone.ok).toBe(true)
    expect((await traceOf(ann)).members).toBe(decided.ok ? 1 : 0)
  }
})
