import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const withdrawing = (requestId: string) => ({ ...board.on(requestId), reason: '临时要加班' })

test('takes back an offer that waits and tells the requester why', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.offered([ben])
  await world.ok(ben, 'help.withdrawOffer', withdrawing(requestId))
  expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: 'withdrawn' })
  const { title } = await see.request(requestId)
  expect(await see.news(requestId, ann)).toContainEqual({
    kind: 'offer_withdrawn',
    params: { title, name: 'ben', reason: '临时要加班' },
  })
  const helping = { communityId: board.communityId, view: 'helping' } as const
  const { items } = await world.ok(ben, 'help.listRequests', helping)
  expect(items.map((item) => item.requestId)).not.toContain(requestId)
})

test('gives a place back: the request is open again and another can take it', async () => {
  const { given, when, see, ben, cai } = board
  const requestId = await given.accepted([ben])
  await when.withdraw(requestId, ben)
  expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: 'released' })
  await when.offer(requestId, cai)
  expect(await when.accept(requestId, cai)).toEqual({ state: 'matched' })
})

test('gives a place back after the deadline: the request has expired and its requester knows', async () => {
  const { world, given, when, see, ann, ben } = board
  const requestId = await given.accepted([ben], { inMinutes: 120 })
  await world.shiftClock(121 * 60_000)
  await when.withdraw(requestId, ben)
  expect(await see.states(requestId)).toEqual({ state: 'expired', [ben.userId]: 'released' })
  const kinds = (await see.news(requestId, ann)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['offer_received', 'offer_withdrawn', 'request_expired'])
})

test('refuses one who has offered nothing, the requester included', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await given.offered([ben])
  for (const user of [ann, cai]) {
    const { code } = await world.refused(user, 'help.withdrawOffer', withdrawing(requestId))
    expect(code).toBe('forbidden')
  }
})

test('refuses once the help is given, or the offer is gone otherwise', async () => {
  const { world, given, when, ben, cai } = board
  const done = await given.accepted([ben])
  await when.finish(done, ben)
  expect(await world.refused(ben, 'help.withdrawOffer', withdrawing(done))).toEqual({
    code: 'offer_gone',
    params: { state: 'done' },
  })
  const declined = await given.offered([cai])
  await when.decline(declined, cai)
  expect(await world.refused(cai, 'help.withdrawOffer', withdrawing(declined))).toEqual({
    code: 'offer_gone',
    params: { state: 'declined' },
  })
})

test('sent again, is done once', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.accepted([ben])
  const key = newKey()
  await world.ok(ben, 'help.withdrawOffer', withdrawing(requestId), { key })
  await world.ok(ben, 'help.withdrawOffer', withdrawing(requestId), { key })
  const kinds = (await see.news(requestId, ann)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['offer_received', 'offer_withdrawn'])
})

test('of taking back and being accepted at once both are seen in one order', async () => {
  const { world, given, see, on, offerBy, ann, ben } = board
  for (let round = 0; round < 4; round++) {
    const requestId = await given.offered([ben])
    const [accepted, withdrawn] = await Promise.all([
      world.call(ann, 'help.acceptOffer', offerBy(requestId, ben)),
      world.call(ben, 'help.withdrawOffer', { ...on(requestId), reason: '临时有事' }),
    ])
    expect(withdrawn.ok).toBe(true)
    if (!accepted.ok) expect(accepted).toMatchObject({ code: 'offer_gone' })
    const state = accepted.ok ? 'released' : 'withdrawn'
    expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: state })
  }
})
