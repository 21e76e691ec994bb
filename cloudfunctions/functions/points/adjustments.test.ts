import { newKey, openWorld, type User, type World } from '../../../test/world'
import { adjustFreely, givePoints, pendingAdjustment } from '../../../test/world/calls/points'
import { type Setting, setting } from '../../../test/world/calls/setting'
import { givenOrder } from '../../../test/world/calls/store'
import { UNDO_SECONDS_MAX } from '../../../types/entry'

let world: World
let at: Setting
let communityId: string
let owner: User
let ann: User
let ben: User
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
afterEach(() => world.shiftClock(0))
beforeEach(async () => {
  at = await setting(world)
  ;({ communityId, owner, ann, ben } = at)
})

const memberId = (user: User) => world.memberId(communityId, user)
const adjusting = (user: User, amount: number) => ({
  communityId,
  memberId: memberId(user),
  amount,
  reason: '帮忙布置了会场',
})
/** The timer's run after a decision can no longer be taken back. */
async function afterUndo() {
  await world.shiftClock((await world.now()) - Date.now() + UNDO_SECONDS_MAX * 1000)
  await world.fireTimer()
}
const mine = (user: User) => world.ok(user, 'points.getMine', { communityId })
const statement = async (user: User) =>
  (await world.ok(user, 'points.listStatement', { communityId })).items
const settled = async () =>
  (await world.ok(owner, 'points.listAdjustments', { communityId, view: 'settled' })).items

test('up to the limit one admin is enough: posted by the timer, once, with its reason', async () => {
  expect(await world.ok(owner, 'points.adjust', adjusting(ben, 20))).toEqual({ state: 'approved' })
  expect((await mine(ben)).posted).toBe(0)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  expect(await mine(ben)).toMatchObject({ posted: 20, held: 0, available: 20 })
  expect(await statement(ben)).toMatchObject([
    { amount: 20, reason: 'adjusted', params: { words: '帮忙布置了会场' }, reversed: false },
  ])
  const { items } = await world.ok(ben, 'inbox.list', {})
  const told = items.filter(({ kind }) => kind === 'points_adjusted')
  expect(told).toMatchObject([{ params: { amount: 20, reason: '帮忙布置了会场' } }])
  expect(await settled()).toMatchObject([
    { state: 'posted', amount: 20, member: { memberId: memberId(ben) } },
  ])
})

test('a reason with a telephone number is refused, and nothing is written', async () => {
  const input = { ...adjusting(ben, 20), reason: '有事打 13800138000' }
  expect(await world.refused(owner, 'points.adjust', input)).toEqual({
    code: 'content_refused',
    params: { fields: [{ field: 'reason', code: 'found_phone' }] },
  })
})

test('takes points back to issuance, and never below what is available', async () => {
  await givePoints(at, ben, 30)
  await world.ok(owner, 'points.adjust', adjusting(ben, -12))
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(18)
  expect(await world.refused(owner, 'points.adjust', adjusting(ben, -19))).toEqual({
    code: 'not_enough_points',
    params: { available: 18 },
  })
  // Two that only together are too much: the posting itself looks again.
  await world.ok(owner, 'points.adjust', adjusting(ben, -10))
  await world.ok(owner, 'points.adjust', adjusting(ben, -10))
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(8)
  expect((await settled()).map(({ state }) => state).sort()).toEqual([
    'failed',
    'posted',
    'posted',
    'posted',
  ])
})

test('above the limit a second admin decides, and never the one who proposed', async () => {
  const adjustmentId = await pendingAdjustment(at)
  const approve = { communityId, adjustmentId, verdict: 'approve' as const }
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(0)
  expect((await world.refused(owner, 'points.decideAdjustment', approve)).code).toBe(
    'second_person',
  )
  expect((await world.refused(ben, 'points.decideAdjustment', approve)).code).toBe('forbidden')
  await world.ok(ann, 'points.decideAdjustment', approve)
  await world.fireTimer()
  // As long as it can be taken back nothing is posted.
  expect((await mine(ben)).posted).toBe(0)
  await afterUndo()
  expect((await mine(ben)).posted).toBe(500)
  expect((await world.refused(ann, 'points.decideAdjustment', approve)).code).toBe(
    'adjustment_decided',
  )
})

test('many small ones are no way round the limit, whoever they are for and at whatever moment', async () => {
  await world.ok(owner, 'points.adjust', adjusting(ben, 60))
  const moves = [adjusting(ann, 30), adjusting(ben, 30), adjusting(ann, 30)]
  const states = await Promise.all(moves.map((one) => world.ok(owner, 'points.adjust', one)))
  expect(states.map(({ state }) => state).sort()).toEqual(['approved', 'pending', 'pending'])
  // What waits for a second takes nothing of what is left; taking counts as giving does.
  await world.fireTimer()
  const adjust = (amount: number) => world.ok(owner, 'points.adjust', adjusting(ben, amount))
  expect([await adjust(-10), await adjust(-1)]).toEqual([
    { state: 'approved' },
    { state: 'pending' },
  ])
  await world.shiftClock(24 * 3_600_000)
  expect(await adjust(-1)).toEqual({ state: 'approved' })
  await world.shiftClock(0)
})

test('the second person may take a decision back for a short while, and nobody else may', async () => {
  const adjustmentId = await pendingAdjustment(at)
  const named = { communityId, adjustmentId }
  const waits = async () =>
    (await world.ok(ann, 'points.listAdjustments', { communityId, view: 'pending' })).items
  for (const decision of [
    { verdict: 'approve' as const },
    { verdict: 'decline' as const, reason: '点错了' },
  ]) {
    await world.ok(ann, 'points.decideAdjustment', { ...named, ...decision })
    expect(await waits()).toEqual([])
    expect((await world.refused(owner, 'points.undoDecision', named)).code).toBe('undo_expired')
    await world.ok(ann, 'points.undoDecision', named)
    expect(await waits()).toMatchObject([{ adjustmentId, state: 'pending', declineReason: null }])
  }
  expect((await world.refused(ann, 'points.undoDecision', named)).code).toBe('undo_expired')
  await afterUndo()
  expect((await mine(ben)).posted).toBe(0)
  await world.ok(ann, 'points.decideAdjustment', { ...named, verdict: 'approve' })
  await afterUndo()
  expect((await world.refused(ann, 'points.undoDecision', named)).code).toBe('undo_expired')
  expect((await mine(ben)).posted).toBe(500)
})

test('declining takes a reason and moves nothing', async () => {
  const adjustmentId = await pendingAdjustment(at)
  const decline = { communityId, adjustmentId, verdict: 'decline' as const }
  expect((await world.refused(ann, 'points.decideAdjustment', decline)).code).toBe(
    'reason_required',
  )
  await world.ok(ann, 'points.decideAdjustment', { ...decline, reason: '已经奖过了' })
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(0)
  expect(await settled()).toMatchObject([{ state: 'declined', declineReason: '已经奖过了' }])
})

test('of two decisions at once one stands', async () => {
  const adjustmentId = await pendingAdjustment(at)
  await world.ok(owner, 'member.appoint', { communityId, memberId: memberId(ben), role: 'admin' })
  const third = await world.given.member(at, 'third')
  await world.ok(owner, 'member.appoint', { communityId, memberId: memberId(third), role: 'admin' })
  const decide = (user: User, verdict: 'approve' | 'decline') =>
    world.call(user, 'points.decideAdjustment', {
      communityId,
      adjustmentId,
      verdict,
      reason: '不合适',
    })
  const [yes, no] = await Promise.all([decide(ann, 'approve'), decide(third, 'decline')])
  expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1)
  await afterUndo()
  expect((await mine(ben)).posted).toBe(yes.ok ? 500 : 0)
})

test('nobody adjusts their own points, alone or as the second person', async () => {
  expect((await world.refused(owner, 'points.adjust', adjusting(owner, 5))).code).toBe('own_points')
  await world.ok(owner, 'member.appoint', { communityId, memberId: memberId(ben), role: 'admin' })
  await world.ok(owner, 'points.adjust', adjusting(ben, 500))
  const { items } = await world.ok(ben, 'points.listAdjustments', { communityId, view: 'pending' })
  expect(items).toMatchObject([{ mayDecide: false }])
  const own = {
    communityId,
    adjustmentId: items[0]?.adjustmentId ?? '',
    verdict: 'approve' as const,
  }
  expect((await world.refused(ben, 'points.decideAdjustment', own)).code).toBe('own_points')
})

test('is a duty, and knows only members of its own community', async () => {
  expect((await world.refused(ann, 'points.adjust', adjusting(ben, 5))).code).toBe('forbidden')
  const other = await setting(world)
  const foreign = { ...adjusting(ben, 5), memberId: world.memberId(other.communityId, other.ben) }
  expect((await world.refused(owner, 'points.adjust', foreign)).code).toBe('not_found')
})

test('sent again, is done once', async () => {
  const key = newKey()
  const first = await world.ok(owner, 'points.adjust', adjusting(ben, 7), { key })
  expect(await world.ok(owner, 'points.adjust', adjusting(ben, 7), { key })).toEqual(first)
  await world.fireTimer()
  expect((await mine(ben)).posted).toBe(7)
})

describe('taking a transfer back', () => {
  const reversing = async (user: User) => ({
    communityId,
    transferId: (await statement(user))[0]?.transferId ?? '',
    reason: '记错了人',
  })

  test('posts the opposite once, and marks the line', async () => {
    await givePoints(at, ben, 30)
    const input = await reversing(ben)
    await world.ok(owner, 'points.reverse', input)
    await world.ok(owner, 'points.reverse', input)
    await world.fireTimer()
    expect((await mine(ben)).posted).toBe(0)
    expect(await statement(ben)).toMatchObject([
      { amount: -30, reason: 'reversed' },
      { amount: 30, reason: 'adjusted', reversed: true },
    ])
    expect((await settled()).map(({ state }) => state).sort()).toEqual([
      'failed',
      'posted',
      'posted',
    ])
    expect((await world.refused(owner, 'points.reverse', input)).code).toBe('transfer_taken_back')
    const back = await reversing(ben)
    expect((await world.refused(owner, 'points.reverse', back)).code).toBe('transfer_taken_back')
  })

  test('fails when the points were spent meanwhile', async () => {
    await givePoints(at, ben, 30)
    const input = await reversing(ben)
    await world.given.request(communityId, ben, { bountyEach: 5 })
    await world.ok(owner, 'points.reverse', input)
    await world.fireTimer()
    expect(await mine(ben)).toMatchObject({ posted: 30, held: 5, holds: [{ amount: 5 }] })
    expect((await settled())[0]).toMatchObject({ state: 'failed', reverses: true })
  })

  test('is not for one’s own points, and not for another community’s', async () => {
    await world.ok(owner, 'member.appoint', { communityId, memberId: memberId(ben), role: 'admin' })
    await givePoints(at, ben, 30)
    const input = await reversing(ben)
    expect((await world.refused(ben, 'points.reverse', input)).code).toBe('own_points')
    const other = await setting(world)
    expect(
      (
        await world.refused(other.owner, 'points.reverse', {
          ...input,
          communityId: other.communityId,
        })
      ).code,
    ).toBe('not_found')
  })
})

test('a statement is its owner’s and those with the duty’s, paged without gaps', async () => {
  await adjustFreely(at)
  for (let n = 1; n <= 23; n++) {
    await world.ok(owner, 'points.adjust', adjusting(ben, n))
  }
  await world.fireTimer()
  const first = await world.ok(ben, 'points.listStatement', { communityId })
  const second = await world.ok(ben, 'points.listStatement', { communityId, cursor: first.next })
  expect([...first.items, ...second.items].map(({ amount }) => amount)).toEqual(
    Array.from({ length: 23 }, (_, n) => 23 - n),
  )
  const bens = { communityId, memberId: memberId(ben) }
  expect((await world.ok(owner, 'points.listStatement', bens)).items).toHaveLength(20)
  expect(await world.call(ann, 'points.listStatement', bens)).toMatchObject({ code: 'forbidden' })
})

test('the points of an order are not taken back beside its refund', async () => {
  const { user, orderId } = await givenOrder(at, 'code')
  const { items } = await world.ok(user, 'points.listStatement', { communityId })
  const transferId = items.find(({ cause }) => cause.id === orderId)?.transferId ?? ''
  const input = { communityId, transferId, reason: '退一下' }
  expect((await world.refused(owner, 'points.reverse', input)).code).toBe('transfer_of_order')
  await world.ok(owner, 'store.refund', { communityId, orderId, reason: '券码失效了' })
  const { posted } = await world.ok(user, 'points.getMine', { communityId })
  expect(posted).toBe(2)
})
