import { type Board, openBoard } from '../../../test/world/board'
import { PAGE_SIZE } from '../../../types/shape'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const wall = (cursor: string | null = null) =>
  board.world.ok(board.cai, 'help.listThanks', { communityId: board.communityId, cursor })

test('the wall shows the newest first, page by page, and nothing of other communities', async () => {
  const { world, given, when, ann, ben } = board
  expect(await wall()).toEqual({ items: [], next: null })
  const thanked: string[] = []
  for (let n = 0; n < PAGE_SIZE + 2; n++) {
    const requestId = await given.accepted([ben], { what: `第 ${n + 1} 次帮忙` })
    await when.confirm(requestId, ben)
    thanked.push(requestId)
  }
  const first = await wall()
  const second = await wall(first.next)
  const ids = [...first.items, ...second.items].map(({ requestId }) => requestId)
  expect(first.items).toHaveLength(PAGE_SIZE)
  expect(ids).toEqual(thanked.reverse())
  expect(second.next).toBeNull()
  expect(first.items[0]).toMatchObject({
    thanksId: `${thanked[0]}:${ben.userId}`,
    words: '帮了大忙',
    from: { memberId: world.memberId(board.communityId, ann), nickname: 'ann' },
    to: { memberId: world.memberId(board.communityId, ben), nickname: 'ben' },
  })

  const other = await world.given.community({ name: '隔壁' })
  const theirs = { communityId: other.communityId }
  expect(await world.ok(other.owner, 'help.listThanks', theirs)).toEqual({ items: [], next: null })
})
