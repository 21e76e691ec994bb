import { photo, pictureOfCode } from '../../../scripts/lib/sample-pictures'
import { type Board, openBoard } from '../../../test/world/board'
import { givenItem } from '../../../test/world/calls/store'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const checked = async () => {
  await board.world.firePictures()
  await board.world.deliverPushes()
}
const place = () => ({
  world: board.world,
  communityId: board.communityId,
  owner: board.home.owner,
})
const picture = (content: Buffer) =>
  board.world.given.picture(board.communityId, board.home.owner, content)
const shown = async (itemId: string) => {
  const { communityId, world, ann } = board
  const { picture: address } = await world.ok(ann, 'store.getItem', { communityId, itemId })
  return address && Buffer.from(await (await fetch(address)).arrayBuffer())
}

test('an item is for sale at once, its picture shows when it was checked', async () => {
  const { itemId } = await givenItem(place(), 'pickup', { picture: await picture(photo()) })
  expect(await shown(itemId)).toBeNull()
  await checked()
  expect(await shown(itemId)).toEqual(photo())
})

test('a picture that is never published does not show; the one before stays', async () => {
  const { world, communityId, home } = board
  const { itemId } = await givenItem(place(), 'pickup', { picture: await picture(photo()) })
  await checked()
  const at = { communityId, itemId }
  const { revision, ...item } = await world.ok(home.owner, 'store.getItem', at)
  const { name, about, price, stock, limitEach, pickupWhere } = item
  const contents = { name, about, price, stock, limitEach, pickupWhere, shown: true }
  const times = { opensAt: null, closesAt: null }
  const bad = await picture(pictureOfCode('https://u.wechat.com/MCm9aXqJ7u2kEabc?s=2'))
  await world.ok(home.owner, 'store.saveItem', {
    ...at,
    ...contents,
    ...times,
    kind: 'pickup',
    revision,
    picture: bad,
  })
  expect(await shown(itemId)).toEqual(photo())
  await checked()
  expect(await shown(itemId)).toEqual(photo())
  const found = await world.documents('cases', { kind: 'itemPicture', subjectId: itemId })
  expect(found).toMatchObject([{ state: 'returned' }])
})
