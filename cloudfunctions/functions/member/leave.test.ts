import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const stored = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)

test('ends the membership at once and settles what was open, telling those concerned', async () => {
  const { world, home, communityId, given, when, see, ben } = board
  const dora = await world.given.member(home, 'dora')
  const own = await world.given.request(communityId, dora)
  await when.offer(own, ben)
  const promised = await given.accepted([dora])
  const offered = await given.offered([dora], { helpersNeeded: 2 })
  await world.ok(dora, 'member.leave', { communityId })

  expect(await world.call(dora, 'member.getHome', { communityId })).toMatchObject({
    code: 'not_member',
  })
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  expect(await stored(own)).toMatchObject({ state: 'cancelled', closeReason: '已离开圈子' })
  expect(await see.states(promised)).toMatchObject({ state: 'open', [dora.userId]: 'released' })
  expect(await see.states(offered)).toMatchObject({ [dora.userId]: 'withdrawn' })
  const told = (await see.news(promised, board.ann)).map(({ kind }) => kind)
  expect(told).toContain('offer_withdrawn')
  expect((await see.news(own, ben)).map(({ kind }) => kind)).toContain('request_closed')

  const before = await world.digest()
  await world.fireTimer()
  expect(await world.digest()).toEqual(before)
})

test('help that was given is still confirmed and thanked for', async () => {
  const { world, home, communityId, given, when, see } = board
  const dora = await world.given.member(home, 'dora')
  const requestId = await given.accepted([dora])
  await when.finish(requestId, dora)
  await world.ok(dora, 'member.leave', { communityId })
  await world.fireTimer()
  expect(await see.states(requestId)).toMatchObject({ [dora.userId]: 'done' })
  expect(await when.confirm(requestId, dora)).toEqual({ state: 'thanked' })
})

test('one who left comes back by applying, and those who decide see that they were here', async () => {
  const { world, home, communityId } = board
  const dora = await world.given.member(home, 'dora')
  await world.ok(dora, 'member.leave', { communityId })
  const door = await world.ok(dora, 'entry.getDoor', { communityId })
  expect(door.standing).toBe('stranger')
  await world.apply(dora, communityId)
  const { items } = await world.ok(home.owner, 'entry.listApplications', {
    communityId,
    state: 'pending',
  })
  const application = items.find(({ nickname }) => nickname === 'dora')
  expect(application?.history.map(({ state }) => state)).toEqual(['approved', 'left'])
  await world.ok(home.owner, 'entry.decide', {
    communityId,
    applicationId: application?.applicationId ?? '',
    revision: application?.revision ?? 0,
    verdict: 'approve',
  })
  await world.fireTimer()
  await world.ok(dora, 'member.getHome', { communityId })
})

test('refuses the owner, who hands over first; sent again, is done once', async () => {
  const { world, home, communityId } = board
  const { code } = await world.refused(home.owner, 'member.leave', { communityId })
  expect(code).toBe('owner_must_hand_over')
  const dora = await world.given.member(home, 'dora')
  const key = newKey()
  const replies = await Promise.all(
    [1, 2, 3].map(() => world.call(dora, 'member.leave', { communityId }, { key })),
  )
  expect(replies).toEqual(Array(3).fill({ ok: true, data: {} }))
  expect(await world.call(dora, 'member.leave', { communityId }, { key })).toMatchObject({
    ok: true,
  })
})
