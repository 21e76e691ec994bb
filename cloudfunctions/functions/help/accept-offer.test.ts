import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

test('gives the last place away, matches the request and tells the helper', async () => {
  const { given, when, see, ben } = board
  const requestId = await given.offered([ben])
  expect(await when.accept(requestId, ben)).toEqual({ state: 'matched' })
  expect(await see.states(requestId)).toEqual({ state: 'matched', [ben.userId]: 'accepted' })
  const { title } = await see.request(requestId)
  expect(await see.news(requestId, ben)).toEqual([
    { kind: 'offer_accepted', params: { title, name: 'ann' } },
  ])
})

test('leaves the request open while places are free', async () => {
  const { given, when, ben } = board
  const requestId = await given.offered([ben], { helpersNeeded: 2 })
  expect(await when.accept(requestId, ben)).toEqual({ state: 'open' })
})

test('refuses anybody but the requester', async () => {
  const { world, given, offerBy, ben, cai } = board
  const requestId = await given.offered([ben])
  for (const user of [ben, cai, board.home.owner]) {
    const { code } = await world.refused(user, 'help.acceptOffer', offerBy(requestId, ben))
    expect(code).toBe('forbidden')
  }
})

test('refuses an offer that nobody made', async () => {
  const { world, given, offerBy, ann, ben, cai } = board
  const requestId = await given.offered([ben])
  const { code } = await world.refused(ann, 'help.acceptOffer', offerBy(requestId, cai))
  expect(code).toBe('not_found')
})

test('refuses an offer that was taken back, with its state', async () => {
  const { world, given, when, offerBy, ann, ben } = board
  const requestId = await given.offered([ben])
  await when.withdraw(requestId, ben)
  expect(await world.refused(ann, 'help.acceptOffer', offerBy(requestId, ben))).toEqual({
    code: 'offer_gone',
    params: { state: 'withdrawn' },
  })
})

test('refuses one more than needed', async () => {
  const { world, given, when, offerBy, ann, ben, cai } = board
  const requestId = await given.offered([ben, cai])
  await when.accept(requestId, ben)
  expect(await world.refused(ann, 'help.acceptOffer', offerBy(requestId, cai))).toEqual({
    code: 'request_full',
    params: { helpersNeeded: 1 },
  })
})

test('refuses on a request that was closed', async () => {
  const { world, given, when, offerBy, ann, ben } = board
  const requestId = await given.offered([ben])
  await when.close(requestId)
  expect(await world.refused(ann, 'help.acceptOffer', offerBy(requestId, ben))).toEqual({
    code: 'request_closed',
    params: { state: 'cancelled' },
  })
})

test('sent again, is answered the same and done once, whatever happened since', async () => {
  const { world, given, when, see, offerBy, ann, ben } = board
  const requestId = await given.offered([ben])
  const key = newKey()
  const first = await world.ok(ann, 'help.acceptOffer', offerBy(requestId, ben), { key })
  await when.withdraw(requestId, ben)
  const before = await world.digest()
  expect(await world.ok(ann, 'help.acceptOffer', offerBy(requestId, ben), { key })).toEqual(first)
  expect(await world.digest()).toEqual(before)
  expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: 'released' })
})

test('the same call on several connections at once is done once and answered each time', async () => {
  const { world, given, see, offerBy, ann, ben } = board
  // The first rounds start the functions' instances; only then do the calls really meet.
  for (let round = 0; round < 6; round++) {
    const requestId = await given.offered([ben])
    const key = newKey()
    const replies = await Promise.all(
      [1, 2, 3].map(() => world.call(ann, 'help.acceptOffer', offerBy(requestId, ben), { key })),
    )
    expect(replies).toEqual(Array(3).fill({ ok: true, data: { state: 'matched' } }))
    expect(await see.news(requestId, ben)).toHaveLength(1)
  }
})

test('of two accepts at once on the last place exactly one wins', async () => {
  const { world, given, see, offerBy, ann, ben, cai } = board
  for (let round = 0; round < 5; round++) {
    const requestId = await given.offered([ben, cai])
    const replies = await Promise.all(
      [ben, cai].map((helper) => world.call(ann, 'help.acceptOffer', offerBy(requestId, helper))),
    )
    const codes = replies.map((reply) => (reply.ok ? reply.data.state : reply.code))
    expect(codes.sort()).toEqual(['matched', 'request_full'])
    const states = Object.values(await see.states(requestId))
    expect(states.sort()).toEqual(['accepted', 'matched', 'offered'])
  }
})
