import { newKey, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const closing = (requestId: string) => ({ ...board.on(requestId), reason: '自己修好了' })

test('cancels a request nobody helped on, and tells everyone who waits', async () => {
  const { world, home, given, see, ann } = board
  const helpers: User[] = []
  for (let n = 0; n < 5; n++) helpers.push(await world.given.member(home, `waiting${n}`))
  const requestId = await given.offered(helpers)
  expect(await world.ok(ann, 'help.closeRequest', closing(requestId))).toEqual({
    state: 'cancelled',
  })
  const { title, closeReason, steps } = await see.request(requestId)
  expect({ closeReason, steps }).toEqual({ closeReason: '自己修好了', steps: [] })
  for (const helper of helpers) {
    expect(await see.news(requestId, helper)).toEqual([
      { kind: 'request_closed', params: { title, reason: '自己修好了' } },
    ])
  }
})

test('ends the search of a request with helpers and goes on with those', async () => {
  const { world, given, when, see, ann, ben, cai } = board
  const requestId = await given.offered([ben, cai], { helpersNeeded: 3 })
  await when.accept(requestId, ben)
  expect(await world.ok(ann, 'help.closeRequest', closing(requestId))).toEqual({ state: 'matched' })
  expect(await see.states(requestId)).toEqual({
    state: 'matched',
    [ben.userId]: 'accepted',
    [cai.userId]: 'declined',
  })
  expect(await see.request(requestId)).toMatchObject({ helpersNeeded: 1, helpersTaken: 1 })
  expect(await when.confirm(requestId, ben)).toEqual({ state: 'thanked' })
})

test('ends a request whose every helper was thanked', async () => {
  const { given, when, ben } = board
  const requestId = await given.offered([ben], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  await when.confirm(requestId, ben)
  expect(await when.close(requestId)).toEqual({ state: 'thanked' })
})

test('keeps a place closed that is given back later', async () => {
  const { given, when, see, ben } = board
  const requestId = await given.accepted([ben])
  expect(await when.close(requestId)).toEqual({ state: 'matched' })
  await when.withdraw(requestId, ben)
  expect((await see.states(requestId)).state).toBe('cancelled')
})

test('refuses anybody but the requester', async () => {
  const { world, home, given, ben } = board
  const requestId = await given.offered([ben])
  for (const user of [ben, home.owner]) {
    const { code } = await world.refused(user, 'help.closeRequest', closing(requestId))
    expect(code).toBe('forbidden')
  }
})

test('refuses when there is no search to end', async () => {
  const { world, given, when, ann, ben } = board
  const requestId = await given.accepted([ben])
  await when.finish(requestId, ben)
  expect(await world.refused(ann, 'help.closeRequest', closing(requestId))).toEqual({
    code: 'request_closed',
    params: { state: 'fulfilled' },
  })
})

test('sent again, is done once', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.offered([ben])
  const key = newKey()
  const first = await world.ok(ann, 'help.closeRequest', closing(requestId), { key })
  expect(await world.ok(ann, 'help.closeRequest', closing(requestId), { key })).toEqual(first)
  expect(await see.news(requestId, ben)).toHaveLength(1)
})

test('of closing and an offer at once none is left waiting', async () => {
  const { world, given, see, on, ann, ben } = board
  for (let round = 0; round < 4; round++) {
    const requestId = await given.open()
    const [closed, offered] = await Promise.all([
      world.call(ann, 'help.closeRequest', closing(requestId)),
      world.call(ben, 'help.makeOffer', { ...on(requestId), message: '我来帮忙' }),
    ])
    expect(closed).toEqual({ ok: true, data: { state: 'cancelled' } })
    const states = await see.states(requestId)
    if (offered.ok) expect(states[ben.userId as 'state']).toBe('declined')
    else expect(offered.code).toBe('request_closed')
  }
})
