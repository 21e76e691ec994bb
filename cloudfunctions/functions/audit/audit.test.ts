import { openSdk } from '../../../test/conformance/cloud'
import { newKey, openWorld, type User, type World } from '../../../test/world'
import { NEWCOMER_REVIEWS_DEFAULT } from '../../../types/moderation'
import type { AuditDoc } from '../../db/documents'
import { hashOf } from '../../domain/audit/chain'

let world: World
/** A community whose log is still empty: its moderation is as it was created. */
const untouched = () => world.given.community({ newcomerReviews: NEWCOMER_REVIEWS_DEFAULT })

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(() => world.shiftClock(0))

const DAY_MS = 86_400_000

/** A community in whose log `declined` declined applications stand, sealed. */
async function logged(declined: number) {
  const home = await untouched()
  const names = Array.from({ length: declined }, (_, n) => `guest${n}`)
  for (const name of names) {
    const guest = await world.given.applicant(home.communityId, name)
    await decline(home, guest)
  }
  await world.fireTimer()
  return home
}

const decline = ({ communityId, owner }: { communityId: string; owner: User }, guest: User) =>
  world.ok(owner, 'entry.decide', {
    communityId,
    applicationId: world.memberId(communityId, guest),
    revision: 1,
    verdict: 'decline',
    reason: '请写明住在哪一片',
  })

const listed = async (home: { communityId: string; owner: User }) =>
  (await world.ok(home.owner, 'audit.list', { communityId: home.communityId })).items

/** What somebody with access to the database could do. */
async function tamper(work: (audit: ReturnType<Db['collection']>) => Promise<unknown>) {
  const app = await openSdk(world.cloud.url)
  await work(app.database().collection('audit'))
}
type Db = ReturnType<Awaited<ReturnType<typeof openSdk>>['database']>

const verified = ({ communityId, owner }: { communityId: string; owner: User }) =>
  world.ok(owner, 'audit.verify', { communityId, from: 1 })

test('every act of an admin is written down with who, what, to whom and when', async () => {
  const home = await untouched()
  const { communityId, owner } = home
  const ann = await world.given.member(home, 'ann')
  await world.ok(owner, 'member.appoint', {
    communityId,
    memberId: world.memberId(communityId, ann),
    role: 'admin',
  })
  await world.ok(ann, 'community.publishRules', { communityId, basedOn: 1, items: ['说到做到'] })
  const group = await world.groupProof(owner, `group-${newKey()}`)
  await world.ok(owner, 'entry.acceptRules', { communityId, version: 2 })
  await world.ok(owner, 'community.bindGroup', { communityId }, { group })
  await world.fireTimer()
  const said = (await listed(home)).map(({ actor, actorRole, action, params, seq }) => [
    seq,
    actor,
    actorRole,
    action,
    params,
  ])
  expect(said).toEqual([
    [4, '老周', 'owner', 'group_bound', {}],
    [3, 'ann', 'admin', 'rules_published', { version: 2 }],
    [2, '老周', 'owner', 'role_given', { name: 'ann', role: 'admin', before: 'member' }],
    [1, '老周', 'owner', 'application_approved', { name: 'ann' }],
  ])
})

test('an act shows at once, before it is sealed, and once only', async () => {
  const home = await logged(1)
  const guest = await world.given.applicant(home.communityId, 'late')
  await decline(home, guest)
  expect((await listed(home)).map(({ seq }) => seq)).toEqual([null, 1])
  await Promise.all([world.fireTimer(), world.fireTimer()])
  expect((await listed(home)).map(({ seq }) => seq)).toEqual([2, 1])
  const before = await world.digest()
  await world.fireTimer()
  expect(await world.digest()).toEqual(before)
})

test('a refused act leaves nothing in the log, a repeated one is there once', async () => {
  const home = await untouched()
  const { communityId, owner } = home
  const ann = await world.given.member(home, 'ann')
  const input = {
    communityId,
    memberId: world.memberId(communityId, ann),
    role: 'moderator' as const,
  }
  await world.refused(ann, 'member.appoint', input)
  const key = newKey()
  await world.ok(owner, 'member.appoint', input, { key })
  await world.ok(owner, 'member.appoint', input, { key })
  await world.fireTimer()
  const acts = (await listed(home)).map(({ action }) => action)
  expect(acts).toEqual(['role_given', 'application_approved'])
})

test('is paged by place, and filtered by kind and by whom it is about', async () => {
  const home = await logged(23)
  const { communityId, owner } = home
  const first = await world.ok(owner, 'audit.list', { communityId })
  expect(first.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => 23 - n))
  const second = await world.ok(owner, 'audit.list', { communityId, cursor: first.next })
  expect(second.items.map(({ seq }) => seq)).toEqual([3, 2, 1])
  expect(second.next).toBeNull()
  const roles = await world.ok(owner, 'audit.list', { communityId, kind: 'roles' })
  expect(roles.items).toEqual([])
  const [entry] = await world.documents('audit', { communityId, action: 'application_declined' })
  const about = { communityId, subject: entry?.subject ?? '' }
  expect((await world.ok(owner, 'audit.list', about)).items).toHaveLength(1)
})

test('is for owner and admins alone', async () => {
  const home = await logged(1)
  const { communityId, owner } = home
  const ann = await world.given.member(home, 'ann')
  const memberId = world.memberId(communityId, ann)
  await world.ok(owner, 'member.appoint', { communityId, memberId, role: 'moderator' })
  expect(await world.call(ann, 'audit.list', { communityId })).toMatchObject({ code: 'forbidden' })
  expect(await world.call(ann, 'audit.verify', { communityId, from: 1 })).toMatchObject({
    code: 'forbidden',
  })
})

test('an untouched log is found whole, stretch by stretch', async () => {
  const home = await logged(3)
  expect(await verified(home)).toEqual({ sealed: 3, checked: 3, next: null, broken: null })
  const rest = { communityId: home.communityId, from: 3 }
  expect(await world.ok(home.owner, 'audit.verify', rest)).toMatchObject({
    checked: 3,
    broken: null,
  })
})

describe('a check finds', () => {
  test('an edited entry', async () => {
    const home = await logged(4)
    await tamper((audit) =>
      audit
        .where({ communityId: home.communityId, seq: 2 })
        .update({ params: { name: 'guest1', reason: '别的理由' } }),
    )
    expect((await verified(home)).broken).toEqual({ seq: 2, fault: 'edited' })
  })

  test('an entry taken out, in the middle and at the end', async () => {
    for (const seq of [2, 4]) {
      const home = await logged(4)
      await tamper((audit) => audit.where({ communityId: home.communityId, seq }).remove())
      expect((await verified(home)).broken).toEqual({ seq, fault: 'removed' })
    }
  })

  test('two entries that changed places', async () => {
    const home = await logged(4)
    const at = (seq: number) => ({ communityId: home.communityId, seq })
    await tamper(async (audit) => {
      await audit.where(at(2)).update({ seq: 99 })
      await audit.where(at(3)).update({ seq: 2 })
      await audit.where(at(99)).update({ seq: 3 })
    })
    expect((await verified(home)).broken?.seq).toBe(2)
  })

  test('a rewritten end that was hashed anew', async () => {
    const home = await logged(3)
    await tamper(async (audit) => {
      const { data } = await audit.where({ communityId: home.communityId, seq: 3 }).get()
      const last = data[0] as AuditDoc
      const actorName = '别人'
      const hash = hashOf({ ...last, actorName })
      await audit.doc(last._id).update({ actorName, hash })
    })
    expect((await verified(home)).broken).toEqual({ seq: 3, fault: 'edited' })
  })
})

test('every night the log is checked; a fault is shown and told once', async () => {
  const home = await logged(3)
  const { communityId, owner } = home
  const chain = async () => (await world.ok(owner, 'audit.list', { communityId })).chain
  expect(await chain()).toEqual({ sealed: 3, checkedAt: null, broken: null })
  await world.shiftClock(DAY_MS)
  await world.fireTimer()
  expect(await chain()).toMatchObject({ sealed: 3, checkedAt: expect.any(String), broken: null })
  await tamper((audit) => audit.where({ communityId, seq: 1 }).update({ actorName: '别人' }))
  for (const days of [2, 3]) {
    await world.shiftClock(days * DAY_MS)
    await world.fireTimer()
    await world.fireTimer()
  }
  expect((await chain()).broken).toEqual({ seq: 1, fault: 'edited' })
  const told = (await world.documents('messages')).filter(
    (message) => message.userId === owner.userId && message.kind === 'audit_broken',
  )
  expect(told).toHaveLength(1)
})
