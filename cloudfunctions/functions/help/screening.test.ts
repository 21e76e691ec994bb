import { control } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => control(board.world.cloud, 'DELETE', 'wechat/answers'))

/** What WeChat answers the next check of a text that contains `contains`. */
const wechatAnswers = (script: Record<string, unknown>) =>
  control(board.world.cloud, 'POST', 'wechat/answers', { api: 'security.msgSecCheck', ...script })

/** An input whose texts are screened before the form is checked. */
const posting = (what: string) => ({
  communityId: board.communityId,
  templateKey: 'knowledge',
  templateVersion: 1,
  helpersNeeded: 1,
  answers: { what },
})
const posted = (what: string) => board.world.given.request(board.communityId, board.ann, { what })

const stored = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)
const caseOf = async (requestId: string) =>
  (await board.world.documents('cases')).find(({ _id }) => _id === `request:${requestId}`)

test('a contact in a request is refused at its field, and nothing is written', async () => {
  const { world, ann } = board
  const input = posting('修水管，请打１３８ 0013 8000')
  expect(await world.refused(ann, 'help.postRequest', input)).toEqual({
    code: 'content_refused',
    params: { fields: [{ field: 'what', code: 'found_phone' }] },
  })
})

test('a text that a person should read waits, seen by its author and those who judge alone', async () => {
  const { world, communityId, ann, ben, home, see } = board
  const what = '想买二手书架，看 www.shujia.com 里的那种'
  const requestId = await posted(what)
  expect(await stored(requestId)).toMatchObject({ visibility: 'pending' })
  expect(await caseOf(requestId)).toMatchObject({
    communityId,
    state: 'open',
    isShown: false,
    authorUserId: ann.userId,
    flags: [{ field: 'what', reason: 'link' }],
  })
  expect(await see.request(requestId, ann)).toMatchObject({ visibility: 'pending', title: what })
  expect(await see.request(requestId, home.owner)).toMatchObject({ title: what })
  const others = await world.call(ben, 'help.getRequest', { communityId, requestId })
  expect(others).toMatchObject({ ok: false, code: 'not_found' })
  const offer = { communityId, requestId, message: '我有一个' }
  expect((await world.refused(ben, 'help.makeOffer', offer)).code).toBe('not_found')
  const { items } = await world.ok(ben, 'help.listRequests', { communityId, view: 'open' })
  expect(items.map((item) => item.requestId)).not.toContain(requestId)
})

test('what WeChat calls risky is refused; what it wants looked at waits', async () => {
  const { world, ann } = board
  await wechatAnswers({ answer: { result: { suggest: 'risky', label: 20001 } }, times: 1 })
  const refusal = await world.refused(ann, 'help.postRequest', posting('一段话'))
  expect(refusal).toMatchObject({
    code: 'content_refused',
    params: { fields: [{ code: 'found_harm' }] },
  })
  await wechatAnswers({ answer: { result: { suggest: 'review', label: 10001 } }, times: 1 })
  const requestId = await posted('另一段话')
  expect(await caseOf(requestId)).toMatchObject({
    flags: [{ reason: 'platform_review', label: 10001 }],
  })
})

test('a check that fails in whatever way sends the text to the queue, never out and never away', async () => {
  for (const script of [
    { error: { errcode: 45009, errmsg: 'reach max api minute frequence limit' } },
    { error: { errcode: 61010, errmsg: 'code is expired' } },
    { effect: 'fail', side: 'before' },
    { effect: 'lose', side: 'after' },
    { answer: { result: { suggest: 'no such word' } } },
    { delayMs: 4_000 },
  ]) {
    await wechatAnswers({ ...script, times: 1 })
    const requestId = await posted('借一把梯子')
    expect(await stored(requestId)).toMatchObject({ visibility: 'pending' })
    expect(await caseOf(requestId)).toMatchObject({ flags: [{ reason: 'check_failed' }] })
  }
})

test('what nobody has anything against is shown at once and makes no case', async () => {
  const requestId = await posted('周六 13:00-15:30 在 201 室教包粽子，每人 12.5 元')
  expect(await stored(requestId)).toMatchObject({ visibility: 'shown' })
  expect(await caseOf(requestId)).toBeUndefined()
})
