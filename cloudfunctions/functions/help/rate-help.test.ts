import { newKey, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { RATING_DAYS, type Rating } from '../../../types/help-rules'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const warm: Rating = { score: 'warm', points: ['onTime', 'clear'] }
const fine: Rating = { score: 'fine', points: [] }

const rating = (requestId: string, given: Rating) => ({
  ...board.offerBy(requestId, board.ben),
  ...given,
})

async function thanked(): Promise<string> {
  const requestId = await board.given.accepted([board.ben])
  await board.when.confirm(requestId, board.ben)
  return requestId
}

const ratingsFor = async (requestId: string, viewer: User) =>
  (await board.see.request(requestId, viewer)).offers[0]?.ratings

test('neither side sees the other’s before both have rated; then both do, and the first is told', async () => {
  const { world, see, ann, ben, cai } = board
  const requestId = await thanked()
  await world.ok(ben, 'help.rateHelp', rating(requestId, warm))
  expect(await ratingsFor(requestId, ann)).toMatchObject({
    mine: null,
    theirs: null,
    mayRate: true,
  })
  expect(await ratingsFor(requestId, ben)).toMatchObject({
    mine: warm,
    theirs: null,
    mayRate: false,
  })

  await world.ok(ann, 'help.rateHelp', rating(requestId, fine))
  expect(await ratingsFor(requestId, ann)).toMatchObject({ mine: fine, theirs: warm })
  expect(await ratingsFor(requestId, ben)).toMatchObject({ mine: warm, theirs: fine })
  expect(await ratingsFor(requestId, cai)).toBeNull()
  expect((await see.news(requestId, ben)).map(({ kind }) => kind)).toContain('ratings_shown')
})

test('the end of the window shows what one side said', async () => {
  const { world, ann, ben } = board
  const requestId = await thanked()
  await world.ok(ben, 'help.rateHelp', rating(requestId, warm))
  await world.shiftClock((RATING_DAYS * 24 + 1) * 3_600_000)
  expect(await ratingsFor(requestId, ann)).toMatchObject({ theirs: warm, mayRate: false })
  expect((await world.refused(ann, 'help.rateHelp', rating(requestId, fine))).code).toBe(
    'rating_closed',
  )
})

test('refuses a second rating, one before the thanks, and anybody else’s', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await thanked()
  await world.ok(ann, 'help.rateHelp', rating(requestId, warm))
  expect((await world.refused(ann, 'help.rateHelp', rating(requestId, fine))).code).toBe(
    'rating_closed',
  )
  expect((await world.refused(cai, 'help.rateHelp', rating(requestId, fine))).code).toBe(
    'forbidden',
  )
  const open = await given.accepted([ben])
  expect((await world.refused(ben, 'help.rateHelp', rating(open, fine))).code).toBe('rating_closed')
})

test('sent again it rates once; of two at once with two keys one is refused', async () => {
  const { world, ann } = board
  const requestId = await thanked()
  const key = newKey()
  await world.ok(ann, 'help.rateHelp', rating(requestId, warm), { key })
  await world.ok(ann, 'help.rateHelp', rating(requestId, warm), { key })
  const other = await thanked()
  const replies = await Promise.all(
    [warm, fine].map((given) => world.call(ann, 'help.rateHelp', rating(other, given))),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})
