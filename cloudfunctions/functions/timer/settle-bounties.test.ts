import { type Board, openBoard } from '../../../test/world/board'

const MINUTE_MS = 60_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const account = async (userId: string) =>
  (await board.world.documents('accounts')).find((one) => one.userId === userId)
const points = async (userId: string) => {
  const { posted = 0, held = 0 } = (await account(userId)) ?? {}
  return { posted, held }
}

/** Ann has earned points by helping others. */
async function earnForAnn(times: number) {
  const { world, home, communityId, ann } = board
  for (let n = 0; n < times; n++) {
    const asker = await world.given.member(home, `asker${n}`)
    const requestId = await world.given.request(communityId, asker)
    const at = { communityId, requestId }
    await world.ok(ann, 'help.makeOffer', { ...at, message: '我来' })
    await world.ok(asker, 'help.acceptOffer', { ...at, offerId: ann.userId })
    await world.ok(asker, 'help.confirmDone', { ...at, offerId: ann.userId, thanks: '多谢' })
  }
  await world.fireTimer()
}

test('pays each thanked helper once, and gives back what nobody earned', async () => {
  const { world, given, when, ann, ben, cai } = board
  await earnForAnn(3)
  expect(await points(ann.userId)).toEqual({ posted: 30, held: 0 })
  const requestId = await given.offered([ben, cai], { helpersNeeded: 3, bountyEach: 7 })
  expect(await points(ann.userId)).toEqual({ posted: 30, held: 21 })
  await when.accept(requestId, ben)
  await when.confirm(requestId, ben)
  expect(await points(ben.userId)).toEqual({ posted: 0, held: 0 })
  await Promise.all([world.fireTimer(), world.fireTimer()])
  expect(await points(ben.userId)).toEqual({ posted: 17, held: 0 })
  expect(await points(ann.userId)).toEqual({ posted: 23, held: 14 })
  await when.close(requestId)
  await world.fireTimer()
  expect(await points(ann.userId)).toEqual({ posted: 23, held: 0 })
  const before = await world.digest()
  await world.fireTimer()
  expect(await world.digest()).toEqual(before)
})

test('gives the whole bounty back when the deadline passes without help', async () => {
  const { world, given, ann } = board
  const before = await points(ann.userId)
  await given.open({ bountyEach: 5, inMinutes: 120 })
  expect(await points(ann.userId)).toEqual({ ...before, held: 5 })
  await world.shiftClock(121 * MINUTE_MS)
  await world.fireTimer()
  expect(await points(ann.userId)).toEqual(before)
})

test('a bounty beyond what is available is refused and no request stands', async () => {
  const { world, communityId, ann } = board
  const { posted } = await points(ann.userId)
  const requests = (await world.documents('requests')).length
  await expect(world.given.request(communityId, ann, { bountyEach: posted + 1 })).rejects.toThrow(
    /not_enough_points/,
  )
  expect(await world.documents('requests')).toHaveLength(requests)
})

test('of requests posted at once only those stand that the points cover', async () => {
  const { world, communityId, ann } = board
  const { posted } = await points(ann.userId)
  const answers = await Promise.allSettled(
    Array.from({ length: 4 }, () =>
      world.given.request(communityId, ann, { bountyEach: Math.floor(posted / 2) }),
    ),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect((await points(ann.userId)).held).toBe(2 * Math.floor(posted / 2))
})
