import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { OFFERS_MAX } from '../../../types/help-rules'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const offering = (requestId: string) => ({ ...board.on(requestId), message: '我有梯子，晚上送来' })

test('stands on the request and tells the requester', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.open()
  const { offerId } = await world.ok(ben, 'help.makeOffer', offering(requestId))
  const { offers, offersWaiting, title } = await see.request(requestId)
  expect(offers).toMatchObject([
    { offerId, message: '我有梯子，晚上送来', state: 'offered', own: false, reason: null },
  ])
  expect(offersWaiting).toBe(1)
  expect(await see.news(requestId, ann)).toEqual([
    { kind: 'offer_received', params: { title, name: 'ben', words: '我有梯子，晚上送来' } },
  ])
})

test('is refused on a request of one’s own', async () => {
  const { world, given, ann } = board
  const requestId = await given.open()
  const { code } = await world.refused(ann, 'help.makeOffer', offering(requestId))
  expect(code).toBe('own_request')
})

test('is refused while one’s offer stands, and possible again after it ended', async () => {
  const { world, given, when, see, ben } = board
  const requestId = await given.offered([ben])
  const { code } = await world.refused(ben, 'help.makeOffer', offering(requestId))
  expect(code).toBe('already_offered')
  await when.decline(requestId, ben)
  await world.ok(ben, 'help.makeOffer', offering(requestId))
  expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: 'offered' })
})

test('is refused when every place is taken', async () => {
  const { world, given, ben, cai } = board
  const requestId = await given.accepted([ben])
  expect(await world.refused(cai, 'help.makeOffer', offering(requestId))).toEqual({
    code: 'request_full',
    params: { helpersNeeded: 1 },
  })
})

test('is refused on a closed request, and after the deadline before the timer has run', async () => {
  const { world, given, when, ben } = board
  const closed = await given.open()
  await when.close(closed)
  expect(await world.refused(ben, 'help.makeOffer', offering(closed))).toEqual({
    code: 'request_closed',
    params: { state: 'cancelled' },
  })
  const late = await given.open({ inMinutes: 120 })
  await world.shiftClock(121 * 60_000)
  expect(await world.refused(ben, 'help.makeOffer', offering(late))).toEqual({
    code: 'request_closed',
    params: { state: 'expired' },
  })
})

test('is refused when as many offers stand as one can read', async () => {
  const { world, home, given, when, ben } = board
  const requestId = await given.open()
  for (let n = 0; n < OFFERS_MAX; n++) {
    await when.offer(requestId, await world.given.member(home, `helper${n}`))
  }
  expect(await world.refused(ben, 'help.makeOffer', offering(requestId))).toEqual({
    code: 'too_many_offers',
    params: { max: OFFERS_MAX },
  })
})

test('sent again, is one offer and one message', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.open()
  const key = newKey()
  const first = await world.ok(ben, 'help.makeOffer', offering(requestId), { key })
  expect(await world.ok(ben, 'help.makeOffer', offering(requestId), { key })).toEqual(first)
  expect(await see.news(requestId, ann)).toHaveLength(1)
})

test('tapped twice at once with two keys, one offer stands', async () => {
  const { world, given, ben } = board
  const requestId = await given.open()
  const replies = await Promise.all(
    [1, 2].map(() => world.call(ben, 'help.makeOffer', offering(requestId))),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  expect(codes.sort()).toEqual(['already_offered', 'ok'])
})

test('several people at once all stand, and none is lost', async () => {
  const { world, home, given, see } = board
  const requestId = await given.open({ helpersNeeded: 2 })
  const helpers = []
  for (let n = 0; n < 5; n++) helpers.push(await world.given.member(home, `rush${n}`))
  await Promise.all(helpers.map((user) => world.ok(user, 'help.makeOffer', offering(requestId))))
  const { offers } = await see.request(requestId)
  expect(offers.map(({ offerId }) => offerId).sort()).toEqual(
    helpers.map(({ userId }) => userId).sort(),
  )
})
