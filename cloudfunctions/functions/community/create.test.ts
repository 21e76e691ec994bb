import { newKey, openWorld, type User, type World } from '../../../test/world'
import { COMMUNITIES_OWNED_MAX } from '../../../types/community'
import { PRESETS_BY_KEY } from '../../domain/presets'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const founding = {
  preset: 'neighbourhood',
  name: '青石里邻居',
  purpose: '互相搭把手',
  nickname: '老周',
  avatar: 'a1',
} as const

const communitiesOf = async (owner: User) =>
  (await world.documents('communities')).filter(({ ownerUserId }) => ownerUserId === owner.userId)

test('makes a community as its preset says, with the founder as its owner', async () => {
  const zhou = world.person('zhou')
  const { communityId, groupBound } = await world.ok(zhou, 'community.create', founding)
  expect(groupBound).toBe(false)
  const preset = PRESETS_BY_KEY.neighbourhood

  const door = await world.ok(world.person('passer'), 'entry.getDoor', { communityId })
  expect(door).toMatchObject({
    community: { id: communityId, name: '青石里邻居', timeZone: 'Asia/Shanghai' },
    memberCount: 1,
    rules: { version: 1, items: preset.rules },
    questions: preset.questions,
  })
  const home = await world.ok(zhou, 'member.getHome', { communityId })
  expect(home).toMatchObject({ me: { nickname: '老周', role: 'owner' }, rulesToAccept: null })
  const { templates } = await world.ok(zhou, 'help.listTemplates', { communityId })
  expect(templates).toHaveLength(preset.templates.length)
  expect(templates).toEqual(expect.arrayContaining([...preset.templates]))
})

test('binds the group whose card was opened', async () => {
  const zhou = world.person('zhou')
  const proof = { group: await world.groupProof(zhou, 'group-bound') }
  const created = await world.ok(zhou, 'community.create', founding, proof)
  expect(created.groupBound).toBe(true)
  const passer = world.person('passer')
  const card = { group: await world.groupProof(passer, 'group-bound') }
  expect(await world.ok(passer, 'community.enter', {}, card)).toEqual({
    communities: [],
    group: 'bound',
    opened: created.communityId,
  })
})

test('refuses a group that only the phone claims', async () => {
  const zhou = world.person('zhou')
  const group = {
    cloudID: 'made-up',
    data: {
      opengid: 'group-claimed',
      watermark: { appid: 'wx-any', timestamp: Date.now() / 1000 },
    },
  }
  const { code } = await world.refused(zhou, 'community.create', founding, { group })
  expect(code).toBe('group_not_proven')
})

test('refuses the group of another community, and writes nothing ahead for it', async () => {
  await world.given.community({ group: 'group-taken' })
  const late = world.person('late')
  const proof = { group: await world.groupProof(late, 'group-taken') }
  const { code } = await world.refused(late, 'community.create', founding, proof)
  expect(code).toBe('group_taken')
})

test('of two founders of one group at once exactly one gets it', async () => {
  for (let round = 0; round < 5; round++) {
    const group = `group-race-${round}`
    const founders = [world.person('one'), world.person('two')]
    const replies = await Promise.all(
      founders.map(async (founder) =>
        world.call(founder, 'community.create', founding, {
          group: await world.groupProof(founder, group),
        }),
      ),
    )
    const codes = replies.map((reply) => (reply.ok ? 'created' : reply.code))
    expect(codes.sort()).toEqual(['created', 'group_taken'])
    const owned = await Promise.all(founders.map(communitiesOf))
    expect(owned.flat()).toHaveLength(1)
    const bound = (await world.documents('groups')).filter(({ _id }) => _id.includes(group))
    expect(bound.map(({ communityId }) => communityId)).toEqual(owned.flat().map(({ _id }) => _id))
  }
})

test('sent again, is answered with the same community', async () => {
  const zhou = world.person('zhou')
  const key = newKey()
  const first = await world.ok(zhou, 'community.create', founding, { key })
  const before = await world.digest()
  expect(await world.ok(zhou, 'community.create', founding, { key })).toEqual(first)
  expect(await world.digest()).toEqual(before)
})

test('the same call on several connections at once makes one community', async () => {
  for (let round = 0; round < 4; round++) {
    const zhou = world.person('zhou')
    const group = await world.groupProof(zhou, `group-again-${round}`)
    const key = newKey()
    const replies = await Promise.all(
      [1, 2, 3].map(() => world.call(zhou, 'community.create', founding, { key, group })),
    )
    const [community, ...more] = await communitiesOf(zhou)
    expect(more).toEqual([])
    const data = { communityId: community?._id, groupBound: true }
    expect(replies).toEqual(Array(3).fill({ ok: true, data }))
  }
})

test('a key that made one community does not make another', async () => {
  const zhou = world.person('zhou')
  const key = newKey()
  await world.ok(zhou, 'community.create', founding, { key })
  const other = { ...founding, name: '另一个名字' }
  expect((await world.refused(zhou, 'community.create', other, { key })).code).toBe('conflict')
})

test('one person owns so many and no more, also when they create several at once', async () => {
  const zhou = world.person('zhou')
  for (let i = 0; i < COMMUNITIES_OWNED_MAX - 1; i++) {
    await world.ok(zhou, 'community.create', founding)
  }
  // What was busy is sent again, as the phone does.
  const persistently = async () => {
    const key = newKey()
    for (;;) {
      const reply = await world.call(zhou, 'community.create', founding, { key })
      if (reply.ok || reply.code !== 'busy') return reply.ok ? 'created' : reply.code
    }
  }
  const outcomes = await Promise.all([1, 2, 3].map(persistently))
  expect(outcomes.sort()).toEqual(['created', 'too_many_communities', 'too_many_communities'])
  expect(await communitiesOf(zhou)).toHaveLength(COMMUNITIES_OWNED_MAX)
  expect(await world.refused(zhou, 'community.create', founding)).toEqual({
    code: 'too_many_communities',
    params: { max: COMMUNITIES_OWNED_MAX },
  })
})
