import type { User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const home = (user: User) =>
  board.world.ok(user, 'member.getHome', { communityId: board.communityId })
/** What waits for a person, of these requests: the tests share one community. */
const waiting = async (user: User, ...requestIds: string[]) =>
  (await home(user)).waitingForMe
    .filter(({ requestId }) => requestIds.includes(requestId))
    .map(({ requestId, waits }) => [requestId, waits])

test('greets a member with the community and nothing to do', async () => {
  const { communityId, world } = board
  const dan = await world.given.member(board.home, 'dan')
  expect(await home(dan)).toMatchObject({
    community: { id: communityId, name: '梧桐里邻里' },
    me: { memberId: world.memberId(communityId, dan), nickname: 'dan', role: 'member' },
    rulesToAccept: null,
    workWaiting: 0,
    waitingForMe: [],
  })
})

test('follows a request from the offer over the promise and the deed to the thanks', async () => {
  const { given, when, ann, ben, cai } = board
  const requestId = await given.open()
  expect(await waiting(ann, requestId)).toEqual([])
  await when.offer(requestId, ben)
  expect(await waiting(ann, requestId)).toEqual([[requestId, 'answerOffers']])
  expect(await waiting(ben, requestId)).toEqual([])
  await when.accept(requestId, ben)
  expect(await waiting(ann, requestId)).toEqual([])
  expect(await waiting(ben, requestId)).toEqual([[requestId, 'giveHelp']])
  expect(await waiting(cai, requestId)).toEqual([])
  await when.finish(requestId, ben)
  expect(await waiting(ann, requestId)).toEqual([[requestId, 'confirmDone']])
  expect(await waiting(ben, requestId)).toEqual([])
  await when.confirm(requestId, ben)
  expect(await waiting(ann, requestId)).toEqual([])
})

test('puts what was done before offers on the same request', async () => {
  const { given, when, ann, ben, cai } = board
  const requestId = await given.offered([ben, cai], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  await when.finish(requestId, ben)
  expect(await waiting(ann, requestId)).toEqual([[requestId, 'confirmDone']])
})

test('does not take the promise of another helper for mine', async () => {
  const { given, when, ben, cai } = board
  const requestId = await given.offered([ben, cai], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  expect(await waiting(cai, requestId)).toEqual([])
})

test('puts the most urgent first, whether asked or promised', async () => {
  const { world, communityId, given, ann, ben } = board
  const later = await given.offered([ben], { inMinutes: 900 })
  const soon = await given.offered([ben], { inMinutes: 100 })
  const theirs = await world.given.request(communityId, ben, { inMinutes: 500 })
  await world.ok(ann, 'help.makeOffer', { communityId, requestId: theirs, message: '我来' })
  await world.ok(ben, 'help.acceptOffer', {
    communityId,
    requestId: theirs,
    offerId: ann.userId,
  })
  expect(await waiting(ann, later, soon, theirs)).toEqual([
    [soon, 'answerOffers'],
    [theirs, 'giveHelp'],
    [later, 'answerOffers'],
  ])
})

test('forgets offers once the deadline has passed, and keeps promises', async () => {
  const { world, given, ann, ben, cai } = board
  const offered = await given.offered([ben], { inMinutes: 60 })
  const promised = await given.accepted([cai], { inMinutes: 60 })
  await world.shiftClock(2 * 60 * 60_000)
  expect(await waiting(ann, offered, promised)).toEqual([])
  expect(await waiting(cai, offered, promised)).toEqual([[promised, 'giveHelp']])
})

test('counts the applications that wait for those who may decide, and for nobody else', async () => {
  const { world, communityId, home: setting, ann } = board
  await world.given.applicant(communityId, 'one')
  await world.given.applicant(communityId, 'two')
  expect((await home(setting.owner)).workWaiting).toBe(2)
  expect((await home(ann)).workWaiting).toBe(0)
})

test('counts unread messages of all communities', async () => {
  const { ann, ben, given, world } = board
  const before = (await home(ann)).unread
  await given.offered([ben])
  expect((await home(ann)).unread).toBe(before + 1)
  expect(await world.ok(ann, 'inbox.countUnread', {})).toEqual({ unread: before + 1 })
})

test('knows nothing of requests in another community of the same person', async () => {
  const { world, ann, ben, given } = board
  await given.offered([ben])
  const other = await world.given.community()
  await world.apply(ann, other.communityId)
  await world.ok(other.owner, 'entry.decide', {
    communityId: other.communityId,
    applicationId: world.memberId(other.communityId, ann),
    revision: 1,
    verdict: 'approve',
  })
  const elsewhere = await world.ok(ann, 'member.getHome', { communityId: other.communityId })
  expect(elsewhere.waitingForMe).toEqual([])
})
