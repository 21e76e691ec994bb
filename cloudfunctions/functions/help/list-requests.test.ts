import type { User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import type { CallInput } from '../../../types/contract'
import { PAGE_SIZE } from '../../../types/shape'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

type View = CallInput<'help.listRequests'>['view']

const list = (user: User, view: View, more: { templateKey?: string; cursor?: string } = {}) =>
  board.world.ok(user, 'help.listRequests', { communityId: board.communityId, view, ...more })

const idsIn = async (user: User, view: View, more = {}) =>
  (await list(user, view, more)).items.map(({ requestId }) => requestId)

test('each view shows its requests, and a card says how far they are', async () => {
  const { given, when, ann, ben, cai } = board
  const open = await given.offered([ben])
  const matched = await given.accepted([ben])
  const fulfilled = await given.accepted([ben])
  await when.finish(fulfilled, ben)
  const thanked = await given.accepted([ben])
  await when.confirm(thanked, ben)
  const cancelled = await given.offered([ben])
  await when.close(cancelled)

  expect(await idsIn(cai, 'open')).toEqual([open])
  expect(await idsIn(cai, 'settled')).toEqual([thanked, fulfilled])
  expect(await idsIn(ann, 'mine')).toEqual([cancelled, thanked, fulfilled, matched, open])
  expect(await idsIn(ben, 'mine')).toEqual([])
  expect(await idsIn(ben, 'helping')).toEqual([thanked, fulfilled, matched, open])
  expect(await idsIn(cai, 'helping')).toEqual([])

  const [card] = (await list(ann, 'open')).items
  expect(card).toMatchObject({
    requestId: open,
    state: 'open',
    own: true,
    helpersNeeded: 1,
    helpersTaken: 0,
    offersWaiting: 1,
    requester: { nickname: 'ann' },
  })
})

test('a request leaves the open view at its deadline; its own people see that it has expired', async () => {
  const { world, given, ann, ben } = board
  const requestId = await given.open({ inMinutes: 120 })
  expect(await idsIn(ben, 'open')).toContain(requestId)
  await world.shiftClock(121 * 60_000)
  expect(await idsIn(ben, 'open')).not.toContain(requestId)
  const mine = (await list(ann, 'mine')).items.find((item) => item.requestId === requestId)
  expect(mine?.state).toBe('expired')
})

test('the board can be narrowed to one form', async () => {
  const { world, given, communityId, ann, ben } = board
  const requestId = await given.open()
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const [used, other] = templates.map(({ key }) => key)
  expect(await idsIn(ben, 'open', { templateKey: used })).toContain(requestId)
  expect(await idsIn(ben, 'open', { templateKey: other })).toEqual([])
})

test('pages neither skip nor repeat while others post and requests leave', async () => {
  const { world, given, when, communityId, ben, cai } = board
  const posted: string[] = []
  for (let n = 0; n < PAGE_SIZE + 5; n++) {
    const poster = n % 2 === 0 ? ben : cai
    posted.push(await world.given.request(communityId, poster, { what: `第 ${n + 1} 件小事` }))
  }
  const first = await list(board.ann, 'open')
  expect(first.items).toHaveLength(PAGE_SIZE)
  expect(first.items.map(({ requestId }) => requestId)).toEqual(posted.slice(-PAGE_SIZE).reverse())
  const late = await given.open()
  const gone = posted.at(-1) ?? ''
  await world.ok(ben, 'help.closeRequest', { communityId, requestId: gone, reason: '不需要了' })
  const second = await list(board.ann, 'open', { cursor: first.next ?? '' })
  const ids = second.items.map(({ requestId }) => requestId)
  expect(ids.slice(0, 5)).toEqual(posted.slice(0, 5).reverse())
  expect(ids).not.toContain(late)
  expect(second.next).toBeNull()
  await when.close(late)
})

test('a full last page says that nothing follows', async () => {
  const { world, home, communityId } = board
  const eva = await world.given.member(home, 'eva')
  for (let n = 0; n < PAGE_SIZE; n++) await world.given.request(communityId, eva)
  const page = await list(eva, 'mine')
  expect(page.items).toHaveLength(PAGE_SIZE)
  expect(page.next).toBeNull()
})
