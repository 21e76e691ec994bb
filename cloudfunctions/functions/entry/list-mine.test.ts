import { openWorld, type World } from '../../../test/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('shows a person their own applications in all communities, and nobody else’s', async () => {
  const first = await world.given.community({ name: '梧桐里邻里' })
  const second = await world.given.community({ name: '前端夜谈', preset: 'technology' })
  const ann = await world.given.applicant(first.communityId, 'ann')
  await world.given.applicant(first.communityId, 'ben')
  await world.ok(first.owner, 'entry.decide', {
    communityId: first.communityId,
    applicationId: world.memberId(first.communityId, ann),
    revision: 1,
    verdict: 'decline',
    reason: '请写明住处',
  })
  await world.apply(ann, second.communityId)
  const { applications } = await world.ok(ann, 'entry.listMine', {})
  expect(
    applications.map(({ communityName, state, reason }) => [communityName, state, reason]),
  ).toEqual([
    ['前端夜谈', 'pending', null],
    ['梧桐里邻里', 'declined', '请写明住处'],
  ])
})
