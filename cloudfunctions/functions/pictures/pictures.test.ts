import { photo, pictureOfCode } from '../../../scripts/lib/sample-pictures'
import { control, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { postPictured } from '../../../test/world/pictured'
import { PICTURE_CHECK_MINUTES } from '../../../types/moderation'

const MINUTE_MS = 60_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(async () => {
  await control(board.world.cloud, 'DELETE', 'wechat/answers')
  await board.world.shiftClock(0)
})

const posted = (...contents: (Buffer | number)[]) => postPictured(board, ...contents)

const caseOf = async (caseId: string) =>
  (await board.world.documents('cases')).find(({ _id }) => _id === caseId)
const visibilityOf = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)?.visibility

/** What WeChat's next message on a picture says. */
const wechatFinds = (push: Record<string, unknown>) =>
  control(board.world.cloud, 'POST', 'wechat/answers', {
    api: 'security.mediaCheckAsync',
    push,
    times: 1,
  })

const checked = async () => {
  await board.world.firePictures()
  await board.world.deliverPushes()
}
const shownTo = async (viewer: User, requestId: string) =>
  (await board.see.request(requestId, viewer)).fields.find(({ key }) => key === 'images')

test('a picture in which nothing is found shows without anybody having looked', async () => {
  const { world, ann, ben, home, communityId } = board
  const { requestId, caseId } = await posted(photo())
  expect(await caseOf(caseId)).toMatchObject({ state: 'checking' })
  expect(await world.ok(home.owner, 'moderation.claimNext', { communityId })).toEqual({
    caseId: null,
  })
  const { items } = await world.ok(ben, 'help.listRequests', { communityId, view: 'open' })
  expect(items.map((item) => item.requestId)).not.toContain(requestId)
  await checked()
  expect(await caseOf(caseId)).toMatchObject({ state: 'passed', flags: [], checkAt: null })
  const address = (await shownTo(ben, requestId))?.addresses?.[0] ?? ''
  expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(photo())
  await world.fireTimer()
  const inbox = await world.ok(ann, 'inbox.list', {})
  expect(inbox.items[0]).toMatchObject({
    kind: 'content_approved',
    target: { page: 'case', caseId },
  })
})

test('who replaces the file afterwards changes nothing that others see', async () => {
  const { world, ann, ben } = board
  const { requestId, images } = await posted(photo())
  await checked()
  const path = images[0]?.split('/').slice(3).join('/') ?? ''
  await world.given.upload(ann, path, pictureOfCode('https://u.wechat.com/abc'))
  const address = (await shownTo(ben, requestId))?.addresses?.[0] ?? ''
  expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(photo())
})

test.each([
  ['https://u.wechat.com/MCm9aXqJ7u2kEabc?s=2', 'qr_contact'],
  ['wxp://f2f0abcdefghijklmnop', 'qr_payment'],
] as const)(
  'a code that is never published (%s) goes back to its author at once',
  async (text, reason) => {
    const { world, ann, ben, communityId } = board
    const { requestId, caseId } = await posted(photo(), pictureOfCode(text))
    await world.firePictures()
    expect(await caseOf(caseId)).toMatchObject({ state: 'returned', decision: { byUserId: '' } })
    expect(await visibilityOf(requestId)).toBe('returned')
    const mine = await world.ok(ann, 'moderation.getMine', { communityId, caseId })
    expect(mine.pictures.map(({ found }) => found)).toEqual([[], [reason]])
    // WeChat's answer changes nothing any more.
    await world.deliverPushes()
    expect(await visibilityOf(requestId)).toBe('returned')

    const [, bad] = mine.pictures
    const other = await world.given.picture(communityId, ann, photo())
    const input = { communityId, caseId, revision: mine.revision, texts: {} }
    const pictures = { [bad?.fileId ?? '']: other }
    expect(await world.ok(ann, 'moderation.resubmit', { ...input, pictures })).toEqual({
      visibility: 'pending',
    })
    await checked()
    // A code is nothing a person has to be asked about twice, but what was given back is.
    expect(await caseOf(caseId)).toMatchObject({ state: 'open', flags: [{ reason: 'corrected' }] })
    const named = { communityId, caseId }
    const { revision } = await world.ok(board.home.owner, 'moderation.getCase', named)
    await world.ok(board.home.owner, 'moderation.decide', {
      ...named,
      revision,
      verdict: 'approve',
    })
    expect((await shownTo(ben, requestId))?.addresses).toHaveLength(2)
  },
)

test('a code for something else, and what cannot be opened, come before a person', async () => {
  for (const [content, reason] of [
    [pictureOfCode('https://example.com/menu'), 'qr_code'],
    [100, 'picture_unread'],
  ] as const) {
    const { requestId, caseId } = await posted(content)
    await checked()
    expect(await caseOf(caseId)).toMatchObject({ state: 'open', flags: [{ reason }] })
    expect(await visibilityOf(requestId)).toBe('pending')
  }
})

test('what WeChat calls risky goes back to its author; what it wants looked at waits', async () => {
  await wechatFinds({ result: { suggest: 'risky', label: 20002 } })
  const risky = await posted(photo())
  await checked()
  expect(await caseOf(risky.caseId)).toMatchObject({
    state: 'returned',
    flags: [{ reason: 'platform_risky' }],
  })
  await wechatFinds({ result: { suggest: 'review', label: 20002 } })
  const doubtful = await posted(photo())
  await checked()
  expect(await caseOf(doubtful.caseId)).toMatchObject({
    state: 'open',
    flags: [{ reason: 'platform_review' }],
  })
})

test('a check that fails in whatever way sends the picture to the queue', async () => {
  const { world } = board
  const failing = { api: 'security.mediaCheckAsync', times: 1 }
  for (const script of [
    { push: { errcode: -1008 } },
    { push: { result: { suggest: 'no such word' } } },
    { error: { errcode: 45009, errmsg: 'reach max api minute frequence limit' } },
    { effect: 'fail' },
  ]) {
    await control(world.cloud, 'POST', 'wechat/answers', { ...failing, ...script })
    const { requestId, caseId } = await posted(photo())
    await checked()
    expect(await caseOf(caseId)).toMatchObject({
      state: 'open',
      flags: [{ reason: 'check_failed' }],
    })
    expect(await visibilityOf(requestId)).toBe('pending')
  }
})

test('no message within its time: a person looks; one that comes late after all still shows it', async () => {
  const { world } = board
  await wechatFinds({ delayMs: 24 * 60 * MINUTE_MS })
  const { requestId, caseId } = await posted(photo())
  await world.firePictures()
  await world.shiftClock((PICTURE_CHECK_MINUTES - 1) * MINUTE_MS)
  await world.firePictures()
  expect(await caseOf(caseId)).toMatchObject({ state: 'checking' })
  await world.shiftClock((PICTURE_CHECK_MINUTES + 1) * MINUTE_MS)
  await world.firePictures()
  expect(await caseOf(caseId)).toMatchObject({ state: 'open', flags: [{ reason: 'check_failed' }] })
  await world.deliverPushes()
  expect(await caseOf(caseId)).toMatchObject({ state: 'passed' })
  expect(await visibilityOf(requestId)).toBe('shown')
})

/** The message as WeChat sends it, to the function itself; `source` as the platform says who calls. */
const message = (trace: string, suggest: string, source = 'wx_trigger', user: User | null = null) =>
  board.world.send(
    user,
    'pictures',
    {
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: trace,
      version: 2,
      errcode: 0,
      result: { suggest, label: 100 },
    },
    source,
  )
const traceOf = async (caseId: string) =>
  (await board.world.documents('pictureTraces')).find(({ asked }) => asked?.caseId === caseId)
    ?._id ?? ''

test('a message that comes twice does its work once, and the first one counts', async () => {
  await wechatFinds({ delayMs: 24 * 60 * MINUTE_MS })
  const { caseId } = await posted(photo())
  await board.world.firePictures()
  const trace = await traceOf(caseId)
  expect((await message(trace, 'pass')).body).toMatchObject({ ok: true, data: 'pass' })
  const before = await board.world.digest()
  expect((await message(trace, 'risky')).body).toMatchObject({ ok: true, data: 'again' })
  expect(await board.world.digest()).toEqual(before)
  expect(await caseOf(caseId)).toMatchObject({ state: 'passed' })
})

test('a message that comes before the case knows that it was asked for is found there', async () => {
  const { world } = board
  await control(world.cloud, 'POST', 'wechat/answers', {
    api: 'security.mediaCheckAsync',
    answer: { trace_id: 'faster-than-we' },
    push: { delayMs: 24 * 60 * MINUTE_MS },
    times: 1,
  })
  const { requestId } = await posted(photo())
  const early = await message('faster-than-we', 'pass')
  expect(early.body).toMatchObject({ ok: true, data: 'early' })
  await world.firePictures()
  expect(await visibilityOf(requestId)).toBe('shown')
})

test('a function that dies between asking and noting it is taken up again', async () => {
  const { world } = board
  const { requestId, caseId } = await posted(photo())
  await control(world.cloud, 'POST', 'faults', {
    function: 'pictures',
    call: 7,
    side: 'before',
    effect: 'kill',
    times: 1,
  })
  await expect(world.firePictures()).rejects.toThrow('ended on purpose')
  expect(await world.clearFaults()).toMatchObject({ faults: [{ fired: 1 }] })
  expect(await caseOf(caseId)).toMatchObject({ state: 'checking', checkTries: 1 })
  await world.firePictures()
  expect(await caseOf(caseId)).toMatchObject({ checkTries: 1 })
  await world.shiftClock(3 * MINUTE_MS)
  await checked()
  expect(await visibilityOf(requestId)).toBe('shown')
})

test('a phone that sends such a message is refused, whatever it knows', async () => {
  await wechatFinds({ delayMs: 24 * 60 * MINUTE_MS })
  const { caseId } = await posted(photo())
  await board.world.firePictures()
  const trace = await traceOf(caseId)
  for (const source of ['wx_client', 'wx_devtools', 'wx_http', 'wx_client,scf']) {
    const { body } = await message(trace, 'pass', source, board.ann)
    expect(body).toMatchObject({ ok: false, code: 'forbidden' })
  }
  expect(await caseOf(caseId)).toMatchObject({ state: 'checking' })
})

test('nobody approves a picture that was not looked into: it could be another one later', async () => {
  const { world, home, communityId } = board
  await wechatFinds({ result: { suggest: 'risky', label: 20002 } })
  // Another reason for a person to look.
  const { requestId, caseId } = await posted(photo())
  await world.ok(board.ann, 'moderation.resubmit', {
    communityId,
    caseId,
    revision: (await caseOf(caseId))?.revision ?? '',
    texts: { what: '想买二手书架，像 www.shujia.com 里的那种' },
  })
  const { revision } = await world.ok(home.owner, 'moderation.getCase', { communityId, caseId })
  const decision = { communityId, caseId, revision, verdict: 'approve' } as const
  expect((await world.refused(home.owner, 'moderation.decide', decision)).code).toBe(
    'pictures_unseen',
  )
  await world.firePictures()
  await world.ok(home.owner, 'moderation.decide', decision)
  expect(await visibilityOf(requestId)).toBe('shown')
  // What WeChat calls risky is hidden again, though a person had let it pass.
  await world.deliverPushes()
  expect(await visibilityOf(requestId)).toBe('returned')
})
