import { openWorld, type World } from '../../../test/world'
import { PRESETS } from '../../../types/community'
import { dutiesOf } from '../../domain/duties'
import { PRESETS_BY_KEY } from '../../domain/presets'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('somebody new belongs nowhere and came from no group', async () => {
  expect(await world.ok(world.person('new'), 'community.enter', {})).toEqual({
    communities: [],
    group: 'none',
    opened: null,
  })
})

test('names the communities of a person in the order of joining, with role and duties', async () => {
  const first = await world.given.community({ name: '梧桐里邻里' })
  const second = await world.given.community({ name: '前端夜谈', preset: 'technology' })
  await world.given.community({ name: '与我无关' })
  const ann = await world.given.member(first, 'ann')
  await world.apply(ann, second.communityId)
  await world.ok(second.owner, 'entry.decide', {
    communityId: second.communityId,
    applicationId: world.memberId(second.communityId, ann),
    revision: 1,
    verdict: 'approve',
  })
  await world.ok(second.owner, 'member.appoint', {
    communityId: second.communityId,
    memberId: world.memberId(second.communityId, ann),
    role: 'admin',
  })
  const { communities } = await world.ok(ann, 'community.enter', {})
  expect(communities).toEqual([
    {
      id: first.communityId,
      name: '梧桐里邻里',
      memberId: world.memberId(first.communityId, ann),
      role: 'member',
      duties: [],
    },
    {
      id: second.communityId,
      name: '前端夜谈',
      memberId: world.memberId(second.communityId, ann),
      role: 'admin',
      duties: dutiesOf('admin'),
    },
  ])
})

test('a proven group that nobody has bound is unbound', async () => {
  const passer = world.person('passer')
  const group = await world.groupProof(passer, 'group-unknown')
  expect(await world.ok(passer, 'community.enter', {}, { group })).toMatchObject({
    group: 'unbound',
    opened: null,
  })
})

test('the card opens its community for one who is a member elsewhere only', async () => {
  const bound = await world.given.community({ group: 'group-card' })
  const elsewhere = await world.given.community()
  const ann = await world.given.member(elsewhere, 'ann')
  const group = await world.groupProof(ann, 'group-card')
  const entered = await world.ok(ann, 'community.enter', {}, { group })
  expect(entered.opened).toBe(bound.communityId)
  expect(entered.communities.map(({ id }) => id)).toEqual([elsewhere.communityId])
})

test('a group that only the phone claims, or another person was in, is refused', async () => {
  await world.given.community({ group: 'group-guarded' })
  const thief = world.person('thief')
  const proof = await world.groupProof(world.person('victim'), 'group-guarded')
  const seconds = Math.floor(Date.now() / 1000)
  const claimed = {
    cloudID: proof.cloudID,
    data: { opengid: 'group-guarded', watermark: { appid: 'wx', timestamp: seconds } },
  }
  for (const group of [claimed, proof]) {
    const reply = await world.call(thief, 'community.enter', {}, { group })
    expect(reply).toMatchObject({ ok: false, code: 'group_not_proven' })
  }
})

test('shows every preset whole, with its forms by name', async () => {
  const { presets } = await world.ok(world.person('founder'), 'community.listPresets', {})
  expect(presets.map(({ key }) => key)).toEqual([...PRESETS])
  expect(presets[0]).toMatchObject({
    name: '邻里互助',
    templates: PRESETS_BY_KEY.neighbourhood.templates.map(({ name }) => name),
  })
})
