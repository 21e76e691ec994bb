import { newKey, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { THREAD_DAYS } from '../../../types/help-rules'
import { PAGE_SIZE } from '../../../types/shape'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const say = (user: User, requestId: string, words: string, key = newKey()) =>
  board.world.ok(user, 'help.sendToThread', { ...board.on(requestId), words }, { key })
const read = (user: User, requestId: string, cursor?: string) =>
  board.world.ok(user, 'help.listThread', { ...board.on(requestId), ...(cursor ? { cursor } : {}) })
const unread = async (user: User, requestId: string) =>
  (await board.see.request(requestId, user)).thread?.unread

const told = async (requestId: string, reader: User) =>
  (await board.world.documents('messages')).filter(
    ({ userId, target }) =>
      userId === reader.userId && target.page === 'thread' && target.requestId === requestId,
  ).length

test('the matched people read each other, the newest first; unread until seen, told once', async () => {
  const { world, given, ann, ben } = board
  const requestId = await given.accepted([ben])
  await say(ann, requestId, '晚上八点行吗')
  await say(ann, requestId, '带上梯子')
  await world.fireTimer()
  expect(await unread(ben, requestId)).toBe(2)
  expect(await unread(ann, requestId)).toBe(0)
  expect(await told(requestId, ben)).toBe(1)
  expect(await told(requestId, ann)).toBe(0)

  const { items, people, mayWrite } = await read(ben, requestId)
  expect(items.map(({ words, own }) => [words, own])).toEqual([
    ['带上梯子', false],
    ['晚上八点行吗', false],
  ])
  expect([people.map(({ nickname }) => nickname), mayWrite]).toEqual([['ann', 'ben'], true])

  await world.ok(ben, 'help.markThreadSeen', board.on(requestId))
  expect(await unread(ben, requestId)).toBe(0)
  await say(ann, requestId, '到了说一声')
  await world.fireTimer()
  expect(await told(requestId, ben)).toBe(2)
})

test('is closed to everybody else: onlookers, who only offered, who gave the place back', async () => {
  const { world, given, when, ben, cai } = board
  const requestId = await given.offered([ben, cai], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  for (const name of ['help.sendToThread', 'help.markThreadSeen'] as const) {
    const input = { ...board.on(requestId), words: '我也来' }
    expect((await world.refused(cai, name, input)).code).toBe('forbidden')
  }
  const reply = await world.call(cai, 'help.listThread', board.on(requestId))
  expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
  await when.withdraw(requestId, ben)
  expect(await world.call(ben, 'help.listThread', board.on(requestId))).toMatchObject({
    code: 'forbidden',
  })
})

test('needs a helper, and closes some days after the end', async () => {
  const { world, given, when, ann, ben } = board
  const alone = await given.offered([ben])
  const early = { ...board.on(alone), words: '有人吗' }
  expect((await world.refused(ann, 'help.sendToThread', early)).code).toBe('thread_closed')
  const requestId = await given.accepted([ben])
  await when.confirm(requestId, ben)
  await say(ben, requestId, '不客气')
  await world.shiftClock((THREAD_DAYS * 24 + 1) * 3_600_000)
  const late = { ...board.on(requestId), words: '还在吗' }
  expect((await world.refused(ben, 'help.sendToThread', late)).code).toBe('thread_closed')
  expect((await read(ben, requestId)).mayWrite).toBe(false)
})

test('refuses a contact at once and writes nothing', async () => {
  const { world, given, ann, ben } = board
  const requestId = await given.accepted([ben])
  const input = { ...board.on(requestId), words: '打我电话 13800138000' }
  const { code, params } = await world.refused(ann, 'help.sendToThread', input)
  expect(code).toBe('content_refused')
  expect(params).toMatchObject({ fields: [{ field: 'words' }] })
})

test('sent again is said once; two at once are both said and counted', async () => {
  const { given, ann, ben } = board
  const requestId = await given.accepted([ben])
  const key = newKey()
  await say(ann, requestId, '第一句', key)
  await say(ann, requestId, '第一句', key)
  await Promise.all([say(ann, requestId, '第二句'), say(ben, requestId, '第三句')])
  const { items } = await read(ann, requestId)
  expect(items.map(({ words }) => words).sort()).toEqual(['第一句', '第三句', '第二句'].sort())
  const { thread } = await board.see.request(requestId, ann)
  expect(thread?.count).toBe(3)
})

test('pages back without skipping or repeating while others write', async () => {
  const { given, ann, ben } = board
  const requestId = await given.accepted([ben])
  for (let n = 0; n < PAGE_SIZE + 3; n++) await say(n % 2 ? ann : ben, requestId, `第 ${n} 句`)
  const first = await read(ann, requestId)
  await say(ben, requestId, '刚到')
  const second = await read(ann, requestId, first.next ?? '')
  const said = [...first.items, ...second.items].map(({ words }) => words)
  expect(said).toEqual(
    Array.from({ length: PAGE_SIZE + 3 }, (_, n) => `第 ${PAGE_SIZE + 2 - n} 句`),
  )
})
