import { type Board, openBoard } from '../../../test/world/board'

const MINUTE_MS = 60_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const stored = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)

test('ends requests past their deadline, tells requester and those who wait, and does it once', async () => {
  const { world, given, see, ann, ben } = board
  const requestId = await given.offered([ben], { inMinutes: 120 })
  const later = await given.open({ inMinutes: 240 })

  await world.fireTimer()
  expect((await stored(requestId))?.state).toBe('open')
  await world.shiftClock(121 * MINUTE_MS)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  expect(await stored(requestId)).toMatchObject({ state: 'expired', helperUserIds: [] })
  expect((await stored(later))?.state).toBe('open')

  const { title } = await see.request(requestId)
  const expired = (await see.news(requestId, ann)).filter(({ kind }) => kind === 'request_expired')
  expect(expired).toEqual([{ kind: 'request_expired', params: { title } }])
  expect(await see.news(requestId, ben)).toEqual([
    { kind: 'request_closed', params: { title, reason: '' } },
  ])

  const before = await world.digest()
  await world.fireTimer()
  expect(await world.digest()).toEqual(before)
})

test('lets a request go on with those who were accepted', async () => {
  const { world, given, when, see, ben, cai } = board
  const requestId = await given.offered([ben, cai], { helpersNeeded: 3, inMinutes: 120 })
  await when.accept(requestId, ben)
  await world.shiftClock(121 * MINUTE_MS)
  await world.fireTimer()
  expect(await stored(requestId)).toMatchObject({ state: 'matched', helpersNeeded: 1 })
  expect(await see.states(requestId)).toMatchObject({ [cai.userId]: 'declined' })
  await when.finish(requestId, ben)
  expect(await when.confirm(requestId, ben)).toEqual({ state: 'thanked' })
})

test('a step that comes before the timer settles the request, and the timer leaves it alone', async () => {
  const { world, given, when, see, ann, ben } = board
  const requestId = await given.offered([ben], { helpersNeeded: 2, inMinutes: 120 })
  await when.accept(requestId, ben)
  await world.shiftClock(121 * MINUTE_MS)
  await when.finish(requestId, ben)
  expect((await stored(requestId))?.state).toBe('fulfilled')
  await world.fireTimer()
  const kinds = (await see.news(requestId, ann)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['help_done', 'offer_received', 'request_expired'])
})

test('only the platform’s timer may run it', async () => {
  const { world, ann } = board
  for (const user of [ann, null]) {
    const { body } = await world.send(user, 'timer', { Type: 'Timer', TriggerName: 'everyMinute' })
    expect(body).toMatchObject({ ok: false, code: 'forbidden' })
  }
})
