import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const declining = (requestId: string, helper = board.ben) => ({
  ...board.offerBy(requestId, helper),
  reason: '这次已经有人了',
})

test('declines one offer and tells its helper why', async () => {
  const { world, given, see, ann, ben, cai } = board
  const requestId = await given.offered([ben, cai])
  await world.ok(ann, 'help.declineOffer', declining(requestId))
  expect(await see.states(requestId)).toEqual({
    state: 'open',
    [ben.userId]: 'declined',
    [cai.userId]: 'offered',
  })
  const { offers, title } = await see.request(requestId, ben)
  expect(offers).toMatchObject([{ own: true, state: 'declined', reason: '这次已经有人了' }])
  expect(await see.news(requestId, ben)).toEqual([
    { kind: 'offer_declined', params: { title, name: 'ann', reason: '这次已经有人了' } },
  ])
  expect(await see.news(requestId, cai)).toEqual([])
})

test('is possible while every place is taken', async () => {
  const { world, given, when, see, ann, ben, cai } = board
  const requestId = await given.offered([ben, cai])
  await when.accept(requestId, ben)
  await world.ok(ann, 'help.declineOffer', declining(requestId, cai))
  expect(await see.states(requestId)).toMatchObject({ state: 'matched', [cai.userId]: 'declined' })
})

test('refuses anybody but the requester', async () => {
  const { world, given, ben, cai } = board
  const requestId = await given.offered([ben])
  for (const user of [ben, cai]) {
    const { code } = await world.refused(user, 'help.declineOffer', declining(requestId))
    expect(code).toBe('forbidden')
  }
})

test('refuses an offer that was accepted before, and one that nobody made', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await given.accepted([ben])
  expect(await world.refused(ann, 'help.declineOffer', declining(requestId))).toEqual({
    code: 'offer_gone',
    params: { state: 'accepted' },
  })
  const { code } = await world.refused(ann, 'help.declineOffer', declining(requestId, cai))
  expect(code).toBe('not_found')
})

test('sent again, is done once', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.offered([ben])
  const key = newKey()
  await world.ok(ann, 'help.declineOffer', declining(requestId), { key })
  await world.ok(ann, 'help.declineOffer', declining(requestId), { key })
  expect(await see.news(requestId, ben)).toHaveLength(1)
})

test('of declining and taking back at once one wins, and the other is told so', async () => {
  const { world, given, see, on, ann, ben } = board
  for (let round = 0; round < 4; round++) {
    const requestId = await given.offered([ben])
    const [declined, withdrawn] = await Promise.all([
      world.call(ann, 'help.declineOffer', declining(requestId)),
      world.call(ben, 'help.withdrawOffer', { ...on(requestId), reason: '临时有事' }),
    ])
    expect([declined.ok, withdrawn.ok].sort()).toEqual([false, true])
    const loser = declined.ok ? withdrawn : declined
    const state = declined.ok ? 'declined' : 'withdrawn'
    expect(loser).toMatchObject({ code: 'offer_gone', params: { state } })
    expect(await see.states(requestId)).toEqual({ state: 'open', [ben.userId]: state })
  }
})
