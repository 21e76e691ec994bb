import type { User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const WORDS = '你这人怎么这么磨蹭'

/** Ben was accepted on a request of Ann's and has said something. */
async function said(words = WORDS) {
  const requestId = await board.given.accepted([board.ben])
  const on = board.on(requestId)
  const { messageId } = await board.world.ok(board.ben, 'help.sendToThread', { ...on, words })
  return { ...on, messageId }
}
const report = (user: User, about: Awaited<ReturnType<typeof said>>) =>
  board.world.ok(user, 'help.reportMessage', about)
const caseOf = async ({ messageId }: { messageId: string }) =>
  (await board.world.documents('cases', { _id: `threadMessage:${messageId}` }))[0]
const seenBy = async (user: User, about: Awaited<ReturnType<typeof said>>) => {
  const { communityId, requestId } = about
  const { items } = await board.world.ok(user, 'help.listThread', { communityId, requestId })
  return items.find(({ messageId }) => messageId === about.messageId)
}

test('a reported message waits for a moderator and stays in sight meanwhile', async () => {
  const {
    world,
    home: { owner },
    ann,
    communityId,
  } = board
  const about = await said()
  await report(ann, about)
  expect(await caseOf(about)).toMatchObject({
    state: 'open',
    flags: [{ field: 'words', reason: 'reported' }],
    texts: [{ text: WORDS }],
  })
  expect(await seenBy(ann, about)).toMatchObject({ words: WORDS, visibility: 'shown' })
  const { items } = await world.ok(owner, 'workbench.list', { communityId })
  expect(items.map(({ kind }) => kind)).toContain('case')
})

test('removed by a moderator, it is gone for the other, and its author is told the reason', async () => {
  const {
    world,
    home: { owner },
    ann,
    ben,
    communityId,
  } = board
  const about = await said()
  await report(ann, about)
  const found = await caseOf(about)
  await world.ok(owner, 'moderation.decide', {
    communityId,
    caseId: found?._id ?? '',
    revision: found?.revision ?? '',
    verdict: 'remove',
    policy: 'unfriendly',
    reason: '请好好说话',
  })
  await world.fireTimer()
  expect(await seenBy(ann, about)).toMatchObject({ words: '', visibility: 'removed' })
  const { items } = await world.ok(ben, 'inbox.list', {})
  expect(items[0]).toMatchObject({ kind: 'content_removed', params: { reason: '请好好说话' } })
})

test('nobody but those who judge learns of a report, and its author hears nothing when it is fine', async () => {
  const {
    world,
    home: { owner },
    ann,
    ben,
    communityId,
  } = board
  const about = await said()
  await report(ann, about)
  const { items: own } = await world.ok(ben, 'moderation.listMine', { communityId })
  expect(own.filter(({ subjectId }) => subjectId === about.messageId)).toEqual([])
  const found = await caseOf(about)
  const caseId = found?._id ?? ''
  expect(await world.call(ben, 'moderation.getMine', { communityId, caseId })).toMatchObject({
    code: 'not_found',
  })
  expect(
    JSON.stringify(await world.ok(owner, 'moderation.getCase', { communityId, caseId })),
  ).not.toContain(ann.userId)
  const before = (await world.ok(ben, 'inbox.list', {})).items.length
  await world.ok(owner, 'moderation.decide', {
    communityId,
    caseId,
    revision: found?.revision ?? '',
    verdict: 'approve',
  })
  await world.fireTimer()
  expect((await world.ok(ben, 'inbox.list', {})).items).toHaveLength(before)
  expect(await seenBy(ann, about)).toMatchObject({ words: WORDS, visibility: 'shown' })
})

test('reported twice, and by two at once, it is one case', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await given.accepted([ben, cai])
  const on = board.on(requestId)
  const { messageId } = await world.ok(ben, 'help.sendToThread', { ...on, words: WORDS })
  const about = { ...on, messageId }
  await Promise.all([report(ann, about), report(cai, about)])
  await report(ann, about)
  expect((await caseOf(about))?.reporters?.sort()).toEqual([ann.userId, cai.userId].sort())
})

test('one’s own message, one of another thread and a stranger’s report are refused', async () => {
  const { world, ben, ann, cai } = board
  const about = await said()
  const other = await said('明天见')
  expect(await world.refused(ben, 'help.reportMessage', about)).toMatchObject({ code: 'forbidden' })
  expect(await world.refused(cai, 'help.reportMessage', about)).toMatchObject({ code: 'forbidden' })
  const crossed = { ...about, messageId: other.messageId }
  expect(await world.refused(ann, 'help.reportMessage', crossed)).toMatchObject({
    code: 'not_found',
  })
})
