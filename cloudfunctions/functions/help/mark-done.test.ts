import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

test('asks the requester to confirm; the request is fulfilled when all have done', async () => {
  const { given, when, see, ann, ben, cai } = board
  const requestId = await given.accepted([ben, cai])
  await when.finish(requestId, ben)
  expect(await see.states(requestId)).toMatchObject({ state: 'matched', [ben.userId]: 'done' })
  await when.finish(requestId, cai)
  expect(await see.states(requestId)).toMatchObject({ state: 'fulfilled', [cai.userId]: 'done' })
  const { title } = await see.request(requestId)
  expect(await see.news(requestId, ann)).toContainEqual({
    kind: 'help_done',
    params: { title, name: 'ben' },
  })
})

test('lets those go who still waited for a place, and tells them with the timer', async () => {
  const { world, given, when, see, ben, cai } = board
  const requestId = await given.offered([ben, cai])
  await when.accept(requestId, ben)
  await when.finish(requestId, ben)
  expect(await see.states(requestId)).toMatchObject({ [cai.userId]: 'declined' })
  await world.fireTimer()
  const { title } = await see.request(requestId)
  expect(await see.news(requestId, cai)).toEqual([
    { kind: 'request_closed', params: { title, reason: '' } },
  ])
})

test('refuses one who was not accepted', async () => {
  const { world, given, on, ann, ben, cai } = board
  const requestId = await given.offered([ben])
  for (const user of [ann, cai]) {
    expect((await world.refused(user, 'help.markDone', on(requestId))).code).toBe('forbidden')
  }
  expect(await world.refused(ben, 'help.markDone', on(requestId))).toEqual({
    code: 'offer_gone',
    params: { state: 'offered' },
  })
})

test('refuses a second time, and once it was thanked', async () => {
  const { world, given, when, on, ben } = board
  const requestId = await given.accepted([ben])
  await when.finish(requestId, ben)
  expect(await world.refused(ben, 'help.markDone', on(requestId))).toEqual({
    code: 'offer_gone',
    params: { state: 'done' },
  })
  await when.confirm(requestId, ben)
  expect(await world.refused(ben, 'help.markDone', on(requestId))).toEqual({
    code: 'request_closed',
    params: { state: 'thanked' },
  })
})

test('sent again, is done once', async () => {
  const { world, given, see, on, ann, ben } = board
  const requestId = await given.accepted([ben])
  const key = newKey()
  await world.ok(ben, 'help.markDone', on(requestId), { key })
  await world.ok(ben, 'help.markDone', on(requestId), { key })
  const kinds = (await see.news(requestId, ann)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['help_done', 'offer_received'])
})

test('two helpers at once fulfil the request together', async () => {
  const { given, when, see, ben, cai } = board
  const requestId = await given.accepted([ben, cai])
  await Promise.all([when.finish(requestId, ben), when.finish(requestId, cai)])
  expect((await see.states(requestId)).state).toBe('fulfilled')
})
