import { openWorld, type World } from '../../../test/world'
import { PAGE_SIZE } from '../../../types/shape'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('pages through every member of the community once, and through nobody else', async () => {
  const home = await world.given.community()
  const other = await world.given.community()
  const ids = [world.memberId(home.communityId, home.owner)]
  for (let i = 0; i < PAGE_SIZE + 2; i++) {
    ids.push(world.memberId(home.communityId, await world.given.member(home, `m${i}`)))
    if (i < 3) await world.given.member(other, 'elsewhere')
  }
  const input = { communityId: home.communityId }
  const first = await world.ok(home.owner, 'member.list', input)
  expect(first.items).toHaveLength(PAGE_SIZE)
  const second = await world.ok(home.owner, 'member.list', { ...input, cursor: first.next })
  expect(second.next).toBeNull()
  const listed = [...first.items, ...second.items]
  expect(listed.map(({ memberId }) => memberId)).toEqual(ids.sort())
  expect(JSON.stringify(listed)).not.toContain(home.owner.openid)
})

test('a cursor from another community leads to no member of it', async () => {
  const home = await world.given.community()
  const other = await world.given.community()
  const { items } = await world.ok(home.owner, 'member.list', {
    communityId: home.communityId,
    cursor: world.memberId(other.communityId, other.owner).slice(0, 10),
  })
  expect(items.every(({ memberId }) => memberId.startsWith(home.communityId))).toBe(true)
})

describe('a search', () => {
  test('finds names, skills and interests by their words, Chinese by any two characters', async () => {
    const home = await world.given.community()
    const { communityId } = home
    const ann = await world.given.member(home, 'ann')
    const ben = await world.given.member(home, 'ben')
    await world.ok(ann, 'member.updateProfile', {
      communityId,
      nickname: '木匠小安',
      avatar: 'a2',
      skills: ['修自行车', 'TypeScript'],
      interests: ['摄影'],
    })
    await world.ok(ben, 'member.updateProfile', {
      communityId,
      nickname: 'ben',
      avatar: 'a2',
      skills: ['自行搬家'],
      interests: [],
    })
    const found = async (search: string) =>
      (await world.ok(ann, 'member.list', { communityId, search })).items.map(
        ({ nickname }) => nickname,
      )
    expect(await found('自行车')).toEqual(['木匠小安'])
    expect((await found('自行')).sort()).toEqual(['ben', '木匠小安'])
    expect(await found('typescript')).toEqual(['木匠小安'])
    expect(await found('摄影')).toEqual(['木匠小安'])
    expect(await found('木匠')).toEqual(['木匠小安'])
    expect(await found('养蜂')).toEqual([])
    expect(await found('!?')).toEqual([])
  })
})
