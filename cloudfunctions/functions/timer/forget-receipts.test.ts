import { type Board, openBoard } from '../../../test/world/board'
import { PACES } from '../../../types/pace'

const DAY_MS = 86_400_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

test('receipts are forgotten after a month, and not before', async () => {
  const { world, ann, communityId } = board
  await world.given.request(communityId, ann)
  await world.fireTimer()
  const kept = (await world.documents('receipts')).length
  await world.shiftClock(29 * DAY_MS)
  await world.fireTimer()
  expect((await world.documents('receipts')).length).toBeGreaterThanOrEqual(kept)
  await world.shiftClock(31 * DAY_MS)
  await world.fireTimer()
  const left = await world.documents('receipts')
  expect(left.filter(({ action }) => action === 'help.postRequest')).toEqual([])
})

test('whoever writes faster than a person does is told when to go on', async () => {
  const { world, communityId, ben } = board
  const profile = (n: number) => ({
    communityId,
    nickname: `ben${n}`,
    avatar: 'a2' as const,
    skills: [],
  })
  const hurried = { hurried: true }
  const replies = []
  for (let n = 0; n <= PACES.speak.minute; n++) {
    replies.push(await world.call(ben, 'member.updateProfile', profile(n), hurried))
  }
  expect(replies.slice(0, -1).every(({ ok }) => ok)).toBe(true)
  expect(replies.at(-1)).toMatchObject({ ok: false, code: 'too_fast' })
  const late = await world.refused(ben, 'member.updateProfile', profile(99), hurried)
  expect(Number(late.params.seconds)).toBeLessThanOrEqual(60)
  // Another manner of writing has a limit of its own, and another person theirs.
  await world.ok(ben, 'inbox.markRead', { upTo: '0'.repeat(26) }, hurried)
  await world.shiftClock(61_000)
  await world.ok(ben, 'member.updateProfile', profile(100), hurried)
})
