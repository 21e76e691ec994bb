import { type Board, openBoard } from '../../../test/world/board'
import { CLAIM_MINUTES, type Verdict } from '../../../types/moderation'

const MINUTE_MS = 60_000
const STOPPED = '想买二手书架，像 www.shujia.com 里的那种'

let board: Board
beforeAll(async () => {
  board = await openBoard()
  const { world, communityId, home, cai } = board
  const appointed = { communityId, memberId: world.memberId(communityId, cai), role: 'moderator' }
  await world.ok(home.owner, 'member.appoint', { ...appointed, role: 'moderator' })
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

/** A request of Ann's that waits, and its case. */
async function waiting(what = STOPPED) {
  const { world, communityId, ann } = board
  const requestId = await world.given.request(communityId, ann, { what })
  const caseId = `request:${requestId}`
  const { revision } = await world.ok(ann, 'moderation.getMine', { communityId, caseId })
  return { communityId, caseId, revision, requestId }
}

const input = (at: Awaited<ReturnType<typeof waiting>>, verdict: Verdict) => {
  const { requestId: _requestId, ...names } = at
  return verdict === 'approve'
    ? { ...names, verdict }
    : { ...names, verdict, policy: 'spam' as const, reason: '像是广告，请去掉网址' }
}

const requestOf = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)

/** Empties the queue, so that a test meets its own cases alone. */
async function emptied() {
  const { world, communityId, home, cai } = board
  const { items } = await world.ok(home.owner, 'moderation.listCases', {
    communityId,
    state: 'open',
  })
  for (const { caseId } of items) {
    const { revision, claim, own } = await world.ok(home.owner, 'moderation.getCase', {
      communityId,
      caseId,
    })
    if (claim !== 'none') await world.shiftClock((CLAIM_MINUTES + 1) * MINUTE_MS)
    await world.ok(own ? cai : home.owner, 'moderation.decide', {
      communityId,
      caseId,
      revision,
      verdict: 'approve',
    })
    await world.shiftClock(0)
  }
}

test('approved, it stands on the board and its author hears of it', async () => {
  const { world, home, see, ann, ben } = board
  const at = await waiting()
  await world.ok(home.owner, 'moderation.decide', input(at, 'approve'))
  expect(await see.request(at.requestId, ben)).toMatchObject({ visibility: 'shown' })
  await world.fireTimer()
  const { items } = await world.ok(ann, 'inbox.list', {})
  expect(items[0]).toMatchObject({
    kind: 'content_approved',
    params: { excerpt: STOPPED },
    target: { page: 'case', caseId: at.caseId },
  })
})

test.each([
  ['return', 'returned'],
  ['refuse', 'removed'],
  ['remove', 'removed'],
] as const)('%s hides it from others and tells the author why', async (verdict, visibility) => {
  const { world, home, ann, ben, communityId } = board
  const at = await waiting()
  await world.ok(home.owner, 'moderation.decide', input(at, verdict))
  expect(await requestOf(at.requestId)).toMatchObject({ visibility })
  const others = await world.call(ben, 'help.getRequest', { communityId, requestId: at.requestId })
  expect(others).toMatchObject({ code: 'not_found' })
  const mine = await world.ok(ann, 'moderation.getMine', { communityId, caseId: at.caseId })
  expect(mine).toMatchObject({ policy: 'spam', reason: '像是广告，请去掉网址' })
})

test('anything but an approval needs a reason', async () => {
  const { world, home } = board
  const at = await waiting()
  for (const verdict of ['return', 'refuse', 'remove'] as const) {
    const { reason: _reason, ...without } = input(at, verdict) as { reason?: string }
    const refusal = await world.refused(home.owner, 'moderation.decide', without as never)
    expect(refusal.code).toBe('reason_required')
  }
})

test('nobody judges their own, and nobody without the duty judges at all', async () => {
  const { world, home, ann, ben, communityId } = board
  const requestId = await world.given.request(communityId, home.owner, { what: STOPPED })
  const caseId = `request:${requestId}`
  const { revision } = await world.ok(home.owner, 'moderation.getMine', { communityId, caseId })
  const own = { communityId, caseId, revision, verdict: 'approve' } as const
  expect((await world.refused(home.owner, 'moderation.decide', own)).code).toBe('own_case')
  const at = await waiting()
  for (const user of [ann, ben]) {
    const refusal = await world.refused(user, 'moderation.decide', input(at, 'approve'))
    expect(refusal.code).toBe('forbidden')
    expect((await world.call(user, 'moderation.getCase', own)).ok).toBe(false)
  }
})

test('of two moderators at once exactly one decides', async () => {
  const { world, home, cai } = board
  const at = await waiting()
  const replies = await Promise.all([
    world.call(home.owner, 'moderation.decide', input(at, 'approve')),
    world.call(cai, 'moderation.decide', input(at, 'refuse')),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter((reply) => !reply.ok && reply.code === 'case_decided')).toHaveLength(1)
  const second = await world.refused(cai, 'moderation.decide', input(at, 'refuse'))
  expect(second).toMatchObject({ code: 'case_decided' })
})

test('two moderators who ask for the next at once get two different cases, and none of their own', async () => {
  const { world, home, cai, communityId } = board
  await emptied()
  await world.given.request(communityId, cai, { what: STOPPED })
  const first = await waiting()
  const second = await waiting()
  const taken = await Promise.all([
    world.ok(home.owner, 'moderation.claimNext', { communityId }),
    world.ok(cai, 'moderation.claimNext', { communityId }),
  ])
  const ids = taken.map(({ caseId }) => caseId)
  expect(new Set(ids).size).toBe(2)
  expect([first.caseId, second.caseId]).toContain(ids[1])
})

test('what one holds another does not decide, until the claim lapses', async () => {
  const { world, home, cai, communityId } = board
  await emptied()
  const at = await waiting()
  expect(await world.ok(home.owner, 'moderation.claimNext', { communityId })).toEqual({
    caseId: at.caseId,
  })
  expect(await world.ok(cai, 'moderation.claimNext', { communityId })).toEqual({ caseId: null })
  expect(await world.refused(cai, 'moderation.decide', input(at, 'approve'))).toEqual({
    code: 'case_claimed',
    params: { minutes: CLAIM_MINUTES },
  })
  await world.shiftClock((CLAIM_MINUTES + 1) * MINUTE_MS)
  expect(await world.ok(cai, 'moderation.claimNext', { communityId })).toEqual({
    caseId: at.caseId,
  })
  await world.ok(cai, 'moderation.decide', input(at, 'approve'))
})

test('a decision can be taken back by whoever made it, for half a minute', async () => {
  const { world, home, cai, communityId } = board
  const at = await waiting()
  const named = { communityId, caseId: at.caseId }
  await world.ok(home.owner, 'moderation.decide', input(at, 'refuse'))
  expect((await world.refused(cai, 'moderation.undoDecision', named)).code).toBe('undo_too_late')
  await world.ok(home.owner, 'moderation.undoDecision', named)
  expect(await requestOf(at.requestId)).toMatchObject({ visibility: 'pending' })
  await world.ok(home.owner, 'moderation.decide', input(at, 'approve'))
  await world.shiftClock(31_000)
  expect((await world.refused(home.owner, 'moderation.undoDecision', named)).code).toBe(
    'undo_too_late',
  )
})

test('what was approved can be removed later, and only that', async () => {
  const { world, home, cai } = board
  const at = await waiting()
  await world.ok(home.owner, 'moderation.decide', input(at, 'approve'))
  await world.ok(cai, 'moderation.decide', input(at, 'remove'))
  expect(await requestOf(at.requestId)).toMatchObject({ visibility: 'removed' })
  expect((await world.refused(home.owner, 'moderation.decide', input(at, 'approve'))).code).toBe(
    'case_decided',
  )
})

test('the author’s history stands beside the case', async () => {
  const { world, home, ann, communityId } = board
  const at = await waiting()
  const seen = await world.ok(home.owner, 'moderation.getCase', { communityId, caseId: at.caseId })
  expect(seen).toMatchObject({
    own: false,
    claim: 'none',
    author: { memberId: world.memberId(communityId, ann) },
  })
  expect(seen.history.length).toBeGreaterThan(2)
  expect(seen.history.map(({ caseId }) => caseId)).not.toContain(at.caseId)
})

test('the list of what waits shows all words, and what is not to be decided among others', async () => {
  const { world, home, cai, communityId } = board
  await emptied()
  const at = await waiting()
  const list = async () =>
    (await world.ok(home.owner, 'moderation.listCases', { communityId, state: 'open' })).items
  const [listed] = await list()
  expect(listed).toMatchObject({ author: { nickname: 'ann' }, claim: 'none', own: false })
  expect(listed?.texts.map(({ text }) => text)).toContain(STOPPED)
  await world.ok(cai, 'moderation.claimNext', { communityId })
  expect(await list()).toMatchObject([{ caseId: at.caseId, claim: 'other' }])
})

test('of two moderators who decide the same several at once each case has one decision, and the other is told', async () => {
  const { world, home, cai } = board
  await emptied()
  const cases = [await waiting(), await waiting(), await waiting()]
  const all = (verdict: Verdict, by: typeof cai) =>
    Promise.all(cases.map((at) => world.call(by, 'moderation.decide', input(at, verdict))))
  const [approvals, refusals] = await Promise.all([all('approve', home.owner), all('refuse', cai)])
  for (const [n, at] of cases.entries()) {
    const replies = [approvals[n], refusals[n]]
    expect(replies.filter((reply) => reply?.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply?.ok)).toMatchObject({ code: 'case_decided' })
    expect(await requestOf(at.requestId)).toMatchObject({
      visibility: approvals[n]?.ok ? 'shown' : 'removed',
    })
  }
})

test('an author who corrects while somebody decides is not judged by words nobody read', async () => {
  const { world, home, ann } = board
  await emptied()
  const { requestId: _requestId, ...at } = await waiting()
  const [, decided] = await Promise.all([
    world.call(ann, 'moderation.resubmit', {
      ...at,
      texts: { what: '想买二手书架，还是 www.shujia.com 那种' },
    }),
    world.call(home.owner, 'moderation.decide', { ...at, verdict: 'approve' }),
  ])
  const found = (await world.documents('cases')).find(({ _id }) => _id === at.caseId)
  // Either the decision came first and the correction was refused, or it is another revision to read.
  if (decided.ok) expect(found).toMatchObject({ state: 'approved', revision: at.revision })
  else {
    expect(decided.code).toBe('case_changed')
    expect(found).toMatchObject({ state: 'open' })
  }
})
