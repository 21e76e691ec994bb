import { type Board, openBoard } from '../../../test/world/board'
import { UNDO_SECONDS } from '../../../types/moderation'

const STOPPED = '想买二手书架，像 www.shujia.com 里的那种'

let board: Board
beforeAll(async () => {
  board = await openBoard()
  // Ann has earned what she may offer, by helping.
  const { world, communityId, ann, ben } = board
  const at = { communityId, requestId: await world.given.request(communityId, ben) }
  await world.ok(ann, 'help.makeOffer', { ...at, message: '我来' })
  await world.ok(ben, 'help.acceptOffer', { ...at, offerId: ann.userId })
  await world.ok(ben, 'help.confirmDone', { ...at, offerId: ann.userId, thanks: '多谢' })
  await world.fireTimer()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const named = (requestId: string) => ({
  communityId: board.communityId,
  caseId: `request:${requestId}`,
})
const requestOf = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)

/** A request with a bounty that was looked at and approved; Ben holds one of two places. */
async function approvedWithHelper() {
  const { world, home, communityId, ann, ben, cai, when } = board
  const requestId = await world.given.request(communityId, ann, {
    what: STOPPED,
    helpersNeeded: 2,
    bountyEach: 2,
  })
  const { revision } = await world.ok(home.owner, 'moderation.getCase', named(requestId))
  const approval = { ...named(requestId), revision, verdict: 'approve' } as const
  await world.ok(home.owner, 'moderation.decide', approval)
  await when.offer(requestId, ben)
  await when.accept(requestId, ben)
  await when.offer(requestId, cai)
  return { requestId, revision }
}

const removed = async ({ requestId, revision }: { requestId: string; revision: string }) =>
  board.world.ok(board.home.owner, 'moderation.decide', {
    ...named(requestId),
    revision,
    verdict: 'remove',
    policy: 'spam',
    reason: '像是广告，请去掉网址',
  })

const heldOf = async () =>
  (await board.world.documents('accounts', { userId: board.ann.userId }))[0]?.held

test('a request that is taken away ends: its helpers are told, its bounty is free again', async () => {
  const { world, ben, cai, see } = board
  const before = await heldOf()
  const at = await approvedWithHelper()
  expect(await heldOf()).not.toBe(before)
  await removed(at)
  await world.shiftClock((UNDO_SECONDS + 1) * 1000)
  await world.fireTimer()
  await world.fireTimer()
  expect(await requestOf(at.requestId)).toMatchObject({
    state: 'cancelled',
    offers: [{ state: 'released' }, { state: 'declined' }],
    bounty: { open: false },
  })
  for (const helper of [ben, cai]) {
    const news = await see.news(at.requestId, helper)
    expect(news.filter(({ kind }) => kind === 'request_closed')).toHaveLength(1)
  }
  expect(await heldOf()).toBe(before)
})

test('taken back in time, the removal has ended nothing', async () => {
  const { world, home } = board
  const at = await approvedWithHelper()
  await removed(at)
  await world.fireTimer()
  expect(await requestOf(at.requestId)).toMatchObject({ state: 'open', visibility: 'removed' })
  await world.ok(home.owner, 'moderation.undoDecision', named(at.requestId))
  await world.shiftClock((UNDO_SECONDS + 1) * 1000)
  await world.fireTimer()
  expect(await requestOf(at.requestId)).toMatchObject({
    state: 'open',
    visibility: 'pending',
    offers: [{ state: 'accepted' }, { state: 'offered' }],
  })
})

test('words that wait cost no more database steps than a write may take', async () => {
  const { world, communityId, ann, ben, given, when } = board
  const requestId = await given.accepted([ben])
  await when.finish(requestId, ben)
  const { reply, costs } = await world.callWithCosts(ann, 'help.confirmDone', {
    communityId,
    requestId,
    offerId: ben.userId,
    thanks: '多谢，书架在 www.shujia.com 里也有',
  })
  expect(reply.ok).toBe(true)
  expect(costs.steps).toBeLessThanOrEqual(8)
  await world.fireTimer()
  expect((await board.see.news(requestId, ben)).map(({ kind }) => kind)).toContain('help_thanked')
})
