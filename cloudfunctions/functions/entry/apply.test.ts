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

const applying = (answers: Record<string, string | number | string[]> = {}) => ({
  communityId,
  nickname: '小何',
  avatar: 'a6' as const,
  skills: ['做饭'],
  answers: { where: ' 二号楼 ', canHelp: '会做饭，周末有空', ...answers },
  rulesVersion: 1,
})
const applicationOf = async (user: User) =>
  (await world.documents('applications')).find(
    ({ _id }) => _id === world.memberId(communityId, user),
  )
const newsOf = async (user: User, kind: string) =>
  (await world.documents('messages')).filter(
    (message) => message.userId === user.userId && message.kind === kind,
  )
const decide = (user: User, revision: number, reason?: string) =>
  world.ok(owner, 'entry.decide', {
    communityId,
    applicationId: world.memberId(communityId, user),
    revision,
    verdict: reason ? 'decline' : 'approve',
    reason,
  })

test('keeps the trimmed answers with the questions they answer', async () => {
  const he = world.person('he')
  expect(await world.ok(he, 'entry.apply', applying())).toEqual({ revision: 1 })
  const application = await applicationOf(he)
  expect(application).toMatchObject({
    state: 'pending',
    nickname: '小何',
    answers: { where: '二号楼', canHelp: '会做饭，周末有空' },
    rulesVersion: 1,
    reason: null,
  })
  expect(application?.questions.map(({ key }) => key)).toEqual(['where', 'canHelp', 'heardFrom'])
})

test('tells owner, admins and moderators, and no other member', async () => {
  const home = await world.given.community()
  const people = { admin: 'admin', moderator: 'moderator', member: 'member' } as const
  const users: User[] = [home.owner]
  for (const role of Object.values(people)) {
    const user = await world.given.member(home, role)
    users.push(user)
    if (role === 'member') continue
    const memberId = world.memberId(home.communityId, user)
    await world.ok(home.owner, 'member.appoint', { communityId: home.communityId, memberId, role })
  }
  const he = world.person('he')
  await world.ok(he, 'entry.apply', { ...applying(), communityId: home.communityId })
  const told = await Promise.all(
    users.map(async (user) =>
      (await newsOf(user, 'application_received')).filter(({ params }) => params.name === '小何'),
    ),
  )
  expect(told.map((messages) => messages.length)).toEqual([1, 1, 1, 0])
  expect(told[0]?.[0]).toMatchObject({
    communityName: '梧桐里邻里',
    target: { page: 'applications' },
    read: false,
  })
})

test('a correction raises the revision, keeps the place in the list and calls nobody again', async () => {
  const he = world.person('he')
  await world.ok(he, 'entry.apply', applying())
  const before = await applicationOf(he)
  const news = (await newsOf(owner, 'application_received')).length
  const corrected = { ...applying({ where: '五号楼' }), nickname: '何' }
  expect(await world.ok(he, 'entry.apply', corrected)).toEqual({ revision: 2 })
  expect(await applicationOf(he)).toMatchObject({
    nickname: '何',
    answers: { where: '五号楼' },
    order: before?.order,
    createdAt: before?.createdAt,
  })
  expect(await newsOf(owner, 'application_received')).toHaveLength(news)
})

test('after a refusal it is a new try, which remembers why', async () => {
  const he = world.person('he')
  await world.ok(he, 'entry.apply', applying())
  await decide(he, 1, '请写明住在哪一片')
  const news = (await newsOf(owner, 'application_received')).length
  expect(await world.ok(he, 'entry.apply', applying())).toEqual({ revision: 2 })
  const { items } = await world.ok(owner, 'entry.listApplications', {
    communityId,
    state: 'pending',
  })
  const listed = items.find(({ applicationId }) => applicationId.includes(he.userId))
  expect(listed).toMatchObject({ revision: 2, previousReason: '请写明住在哪一片' })
  expect(await newsOf(owner, 'application_received')).toHaveLength(news + 1)
})

test('refuses answers that do not fit, field by field', async () => {
  const he = world.person('he')
  const given = {
    where: '家',
    canHelp: '   ',
    heardFrom: 'television',
    phone: '说好了不问的',
    constructorName: 'x',
  }
  expect(await world.refused(he, 'entry.apply', applying(given))).toEqual({
    code: 'invalid_fields',
    params: {
      fields: [
        { field: 'phone', code: 'unknown' },
        { field: 'constructorName', code: 'unknown' },
        { field: 'where', code: 'too_short', bound: 2 },
        { field: 'canHelp', code: 'missing' },
        { field: 'heardFrom', code: 'not_an_option' },
      ],
    },
  })
})

test('stores nothing under names that every object has', async () => {
  const he = world.person('he')
  const answers = JSON.parse(
    '{"where":"二号楼","canHelp":"会做饭","constructor":"x","toString":"y"}',
  )
  const reply = await world.call(he, 'entry.apply', { ...applying(), answers })
  expect(reply).toMatchObject({ ok: false, code: 'invalid_fields' })
  expect(await applicationOf(he)).toBeUndefined()
})

test('refuses a version of the rules that is not the current one', async () => {
  const home = await world.given.community()
  const { communityId: id } = home
  await world.ok(home.owner, 'community.publishRules', {
    communityId: id,
    basedOn: 1,
    items: ['说到做到'],
  })
  const he = world.person('he')
  const outdated = { ...applying(), communityId: id }
  expect(await world.refused(he, 'entry.apply', outdated)).toEqual({
    code: 'rules_outdated',
    params: { version: 2 },
  })
  await world.ok(he, 'entry.apply', { ...outdated, rulesVersion: 2 })
})

test('refuses members, the owner among them', async () => {
  const ann = await world.given.member({ communityId, owner }, 'ann')
  for (const user of [ann, owner]) {
    expect((await world.refused(user, 'entry.apply', applying())).code).toBe('already_member')
  }
})

test('refuses a community that does not exist', async () => {
  const nowhere = { ...applying(), communityId: 'nowhere' }
  expect((await world.refused(world.person('he'), 'entry.apply', nowhere)).code).toBe('not_found')
})

test('sent again, is answered with the same revision, even after the decision', async () => {
  const he = world.person('he')
  const key = newKey()
  await world.ok(he, 'entry.apply', applying(), { key })
  await decide(he, 1)
  const before = await world.digest()
  expect(await world.ok(he, 'entry.apply', applying(), { key })).toEqual({ revision: 1 })
  expect(await world.digest()).toEqual(before)
})

test('two phones of one applicant at once make one application of two revisions', async () => {
  for (let round = 0; round < 5; round++) {
    const he = world.person('he')
    const replies = await Promise.all(
      ['一号楼', '二号楼'].map((where) => world.ok(he, 'entry.apply', applying({ where }))),
    )
    expect(replies.map(({ revision }) => revision).sort()).toEqual([1, 2])
    expect((await applicationOf(he))?.revision).toBe(2)
  }
})

test('a correction and a decision at once: the decision is about what the admin read', async () => {
  for (let round = 0; round < 6; round++) {
    const he = world.person('he')
    await world.ok(he, 'entry.apply', applying({ where: '一号楼' }))
    const [corrected, decided] = await Promise.all([
      world.call(he, 'entry.apply', applying({ where: '九号楼' })),
      world.call(owner, 'entry.decide', {
        communityId,
        applicationId: world.memberId(communityId, he),
        revision: 1,
        verdict: 'approve',
      }),
    ])
    const application = await applicationOf(he)
    if (decided.ok) {
      expect(corrected).toMatchObject({ ok: false, code: 'already_member' })
      expect(application).toMatchObject({ state: 'approved', answers: { where: '一号楼' } })
    } else {
      expect(decided).toMatchObject({ code: 'application_changed', params: { revision: 2 } })
      expect(application).toMatchObject({ state: 'pending', answers: { where: '九号楼' } })
    }
  }
})
