import { photo } from '../../../scripts/lib/sample-pictures'
import { control, newKey, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { postPictured } from '../../../test/world/pictured'
import { picturePath, UNUSED_PICTURE_DAYS } from '../../../types/picture'

const HOUR_MS = 3_600_000
const UNUSED_MS = UNUSED_PICTURE_DAYS * 24 * HOUR_MS

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const after = async (ms: number) => {
  await board.world.shiftClock(ms)
  await board.world.firePictures()
}
const announce = (user: User, name: string) =>
  board.world.ok(user, 'member.announcePicture', {
    communityId: board.communityId,
    name,
    type: 'jpg',
  })
/** A picture as the app sends it. */
async function sent(user: User, name = newKey()) {
  await announce(user, name)
  const path = picturePath(board.communityId, user.userId, name, 'jpg')
  return board.world.given.upload(user, path, photo())
}
const isThere = async (user: User, fileId: string) => {
  const input = { communityId: board.communityId, fileIds: [fileId] }
  return (await board.world.ok(user, 'member.viewOwnPictures', input)).pictures.length === 1
}
const documentOf = async (fileId: string) => {
  const name = fileId.split('/').at(-1) ?? ''
  return (await board.world.documents('pictures')).find(({ path }) => path.endsWith(name))
}

test('a picture of a form that was given up is taken into none after two weeks, and gone an hour later', async () => {
  const { world, ann, communityId } = board
  const picture = await sent(ann)
  await after(UNUSED_MS - HOUR_MS)
  expect(await documentOf(picture)).toMatchObject({ leaving: false })
  await after(UNUSED_MS + HOUR_MS)
  expect(await documentOf(picture)).toMatchObject({ leaving: true })
  expect(await isThere(ann, picture)).toBe(true)

  await world.shiftClock(0)
  const input = await world.requestInput(communityId, ann)
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const field = templates[0]?.fields.find(({ kind }) => kind === 'images')?.key ?? ''
  const answers = { ...input.answers, [field]: [picture] }
  const refused = await world.refused(ann, 'help.postRequest', { ...input, answers })
  expect(refused.params).toMatchObject({ fields: [{ field, code: 'no_file' }] })

  await after(UNUSED_MS + 3 * HOUR_MS)
  expect(await isThere(ann, picture)).toBe(false)
  expect(await documentOf(picture)).toBeUndefined()
})

test('what was sent goes once its checked copy stands in its place; the copy stays', async () => {
  const { world, ann, ben } = board
  const { requestId, images } = await postPictured(board, photo())
  const [original = ''] = images
  await announce(ann, original.split('/').at(-1)?.split('.')[0] ?? '')
  await world.firePictures()
  await world.deliverPushes()
  const address = async () =>
    (await board.see.request(requestId, ben)).fields.find(({ key }) => key === 'images')
      ?.addresses?.[0] ?? ''
  expect((await world.documents('pictures')).map(({ path }) => path.split('/')[0]).sort()).toEqual([
    'kept',
    'pictures',
  ])
  await after(UNUSED_MS + HOUR_MS)
  await after(UNUSED_MS + 3 * HOUR_MS)
  expect(await isThere(ann, original)).toBe(false)
  await world.shiftClock(0)
  expect((await fetch(await address())).status).toBe(200)
  expect(await world.documents('pictures')).toEqual([])
})

const strike = (plan: { call: number; side: 'before' | 'after'; effect: 'fail' | 'kill' }) =>
  control(board.world.cloud, 'POST', 'faults', { function: 'pictures', times: 1, ...plan })

test('a picture that was named after all when it was about to go stays', async () => {
  const { world, ann } = board
  const { images } = await postPictured(board, photo())
  const [original = ''] = images
  await announce(ann, original.split('/').at(-1)?.split('.')[0] ?? '')
  const document = await documentOf(original)
  // As a look would have left it that came just before the request was posted.
  await control(world.cloud, 'PUT', 'documents', {
    collection: 'pictures',
    document: { ...document, lookAt: document?.createdAt, leaving: true },
  })
  // The request's checks do not begin in this run, so that it still shows what was sent.
  await strike({ call: 1, side: 'before', effect: 'fail' })
  await world.firePictures()
  expect(await isThere(ann, original)).toBe(true)
  expect(await documentOf(original)).toMatchObject({ leaving: false })
})

test.each([
  ['before', 'fail'],
  ['after', 'kill'],
] as const)(
  'a look that ends %s any of its steps is made good by the next',
  async (side, effect) => {
    const { world, ann } = board
    for (let call = 1, fired = 1; fired > 0; call++) {
      const picture = await sent(ann)
      await after(UNUSED_MS + HOUR_MS)
      await strike({ call, side, effect })
      await after(UNUSED_MS + 3 * HOUR_MS).catch(() => {})
      fired = (await world.clearFaults()).faults[0]?.fired ?? 0
      await after(UNUSED_MS + 3 * HOUR_MS)
      expect(await isThere(ann, picture)).toBe(false)
      expect(await documentOf(picture)).toBeUndefined()
      await world.shiftClock(0)
    }
  },
)
