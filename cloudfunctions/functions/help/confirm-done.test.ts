import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const thanking = (requestId: string, helper = board.ben) => ({
  ...board.offerBy(requestId, helper),
  thanks: '讲得清楚，窗户不漏风了',
})

const thanksOf = async (requestId: string) =>
  (await board.world.documents('thanks')).filter((thanks) => thanks.requestId === requestId)

test('ends the request, puts the thanks on the wall and tells the helper', async () => {
  const { world, given, when, see, communityId, ann, ben } = board
  const requestId = await given.accepted([ben])
  await when.finish(requestId, ben)
  expect(await world.ok(ann, 'help.confirmDone', thanking(requestId))).toEqual({ state: 'thanked' })
  const { title, steps } = await see.request(requestId)
  expect(steps).toEqual([])
  const { items } = await world.ok(ben, 'help.listThanks', { communityId })
  expect(items[0]).toMatchObject({
    requestId,
    title,
    words: '讲得清楚，窗户不漏风了',
    from: { nickname: 'ann' },
    to: { nickname: 'ben' },
  })
  expect(await see.news(requestId, ben)).toContainEqual({
    kind: 'help_thanked',
    params: { title, name: 'ann', words: '讲得清楚，窗户不漏风了' },
  })
})

test('does not wait for the helper to say that it is done', async () => {
  const { given, when, ben } = board
  const requestId = await given.accepted([ben])
  expect(await when.confirm(requestId, ben)).toEqual({ state: 'thanked' })
})

test('thanks each helper by themselves; the last one ends the request', async () => {
  const { given, when, ben, cai } = board
  const requestId = await given.accepted([ben, cai])
  expect(await when.confirm(requestId, ben)).toEqual({ state: 'matched' })
  expect(await when.confirm(requestId, cai)).toEqual({ state: 'thanked' })
  expect(await thanksOf(requestId)).toHaveLength(2)
})

test('refuses anybody but the requester', async () => {
  const { world, given, ben, cai } = board
  const requestId = await given.accepted([ben])
  for (const user of [ben, cai]) {
    const { code } = await world.refused(user, 'help.confirmDone', thanking(requestId))
    expect(code).toBe('forbidden')
  }
})

test('refuses an offer that was not accepted, and one that nobody made', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await given.offered([ben])
  expect(await world.refused(ann, 'help.confirmDone', thanking(requestId))).toEqual({
    code: 'offer_gone',
    params: { state: 'offered' },
  })
  const { code } = await world.refused(ann, 'help.confirmDone', thanking(requestId, cai))
  expect(code).toBe('not_found')
})

test('refuses a second thanks for the same help', async () => {
  const { world, given, when, ann, ben } = board
  const requestId = await given.offered([ben], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  await when.confirm(requestId, ben)
  expect(await world.refused(ann, 'help.confirmDone', thanking(requestId))).toEqual({
    code: 'offer_gone',
    params: { state: 'thanked' },
  })
})

test('sent again, thanks once', async () => {
  const { world, given, ann, ben } = board
  const requestId = await given.accepted([ben])
  const key = newKey()
  const first = await world.ok(ann, 'help.confirmDone', thanking(requestId), { key })
  expect(await world.ok(ann, 'help.confirmDone', thanking(requestId), { key })).toEqual(first)
  expect(await thanksOf(requestId)).toHaveLength(1)
})

test('tapped twice at once with two keys, thanks once', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.accepted([ben])
  const replies = await Promise.all(
    [1, 2].map(() => world.call(ann, 'help.confirmDone', thanking(requestId))),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  expect(codes.sort()).toEqual(['ok', 'request_closed'])
  expect(await thanksOf(requestId)).toHaveLength(1)
  expect((await see.news(requestId, ben)).map(({ kind }) => kind).sort()).toEqual([
    'help_thanked',
    'offer_accepted',
  ])
})
