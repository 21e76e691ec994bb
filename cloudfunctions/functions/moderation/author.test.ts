import { control } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

const STOPPED = '想买二手书架，像 www.shujia.com 里的那种'
const MENDED = '想买二手书架，淘汰的也行'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => control(board.world.cloud, 'DELETE', 'wechat/answers'))

async function waiting() {
  const { world, communityId, ann } = board
  const requestId = await world.given.request(communityId, ann, { what: STOPPED })
  const caseId = `request:${requestId}`
  const { revision } = await world.ok(ann, 'moderation.getMine', { communityId, caseId })
  return { communityId, caseId, revision, requestId }
}
const correct = (
  { communityId, caseId, revision }: Awaited<ReturnType<typeof waiting>>,
  what: string,
) => ({ communityId, caseId, revision, texts: { what } })

test('what is corrected while it waits shows at once when nothing stops it any more', async () => {
  const { world, ann, ben, see } = board
  const at = await waiting()
  expect(await world.ok(ann, 'moderation.resubmit', correct(at, MENDED))).toEqual({
    visibility: 'shown',
  })
  expect(await see.request(at.requestId, ben)).toMatchObject({ title: MENDED })
})

test('what a moderator gave back goes to a moderator again', async () => {
  const { world, home, ann, communityId, see, ben } = board
  const { requestId, ...at } = await waiting()
  const { caseId } = at
  const decision = { ...at, verdict: 'return', policy: 'spam', reason: '请去掉网址' } as const
  await world.ok(home.owner, 'moderation.decide', decision)
  const reply = await world.ok(ann, 'moderation.resubmit', correct({ ...at, requestId }, MENDED))
  expect(reply).toEqual({ visibility: 'pending' })
  const again = await world.ok(home.owner, 'moderation.getCase', { communityId, caseId })
  expect(again).toMatchObject({ state: 'open', flags: [{ reason: 'corrected' }] })
  expect((await world.refused(home.owner, 'moderation.decide', decision)).code).toBe('case_changed')
  const { revision } = again
  await world.ok(home.owner, 'moderation.decide', { ...at, revision, verdict: 'approve' })
  expect(await see.request(requestId, ben)).toMatchObject({ title: MENDED })
})

test('a correction is screened and bounded like the first words, and is the author’s alone', async () => {
  const { world, ann, ben, home } = board
  const at = await waiting()
  const refusal = await world.refused(ann, 'moderation.resubmit', correct(at, '电话 13800138000'))
  expect(refusal).toMatchObject({ params: { fields: [{ field: 'what', code: 'found_phone' }] } })
  expect(await world.refused(ann, 'moderation.resubmit', correct(at, ''))).toMatchObject({
    code: 'invalid_fields',
    params: { fields: [{ field: 'what', code: 'too_short' }] },
  })
  for (const user of [ben, home.owner]) {
    const stolen = await world.refused(user, 'moderation.resubmit', correct(at, MENDED))
    expect(stolen.code).toBe('not_found')
  }
})

test('what was refused cannot be corrected any more', async () => {
  const { world, ann, home } = board
  const { requestId, ...at } = await waiting()
  await world.ok(home.owner, 'moderation.decide', { ...at, verdict: 'refuse', reason: '是广告' })
  const late = await world.refused(
    ann,
    'moderation.resubmit',
    correct({ ...at, requestId }, MENDED),
  )
  expect(late).toEqual({ code: 'not_correctable', params: { state: 'refused' } })
})

test('words that go with an act wait while the act stands', async () => {
  const { world, home, communityId, ann, ben, see, given } = board
  const requestId = await given.open()
  const message = '可以，先看看 www.jiaju.com'
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message })
  expect((await see.request(requestId)).offers[0]).toMatchObject({ state: 'offered', message: '' })
  const caseId = `offer:${requestId}:${ben.userId}`
  const { revision } = await world.ok(home.owner, 'moderation.getCase', { communityId, caseId })
  await world.ok(home.owner, 'moderation.decide', {
    communityId,
    caseId,
    revision,
    verdict: 'approve',
  })
  expect((await see.request(requestId, ann)).offers[0]).toMatchObject({ message })
})

test('a name that has to be looked at replaces the old one when it is approved', async () => {
  const { world, home, communityId, cai } = board
  const profile = { nickname: '加微信送券', avatar: 'a3', skills: ['做饭'] } as const
  await world.ok(cai, 'member.updateProfile', { communityId, ...profile, skills: ['做饭'] })
  const memberId = world.memberId(communityId, cai)
  const nameOf = async () =>
    (await world.ok(home.owner, 'member.getProfile', { communityId, memberId })).nickname
  expect(await nameOf()).toBe('cai')
  const caseId = `profile:${memberId}`
  const { revision } = await world.ok(cai, 'moderation.getMine', { communityId, caseId })
  const texts = { nickname: '小蔡' }
  await world.ok(cai, 'moderation.resubmit', { communityId, caseId, revision, texts })
  expect(await nameOf()).toBe('小蔡')
})

test('a newcomer’s first posts wait until two were approved', async () => {
  const { world } = board
  const home = await world.given.community({ name: '新人圈子', newcomerReviews: 2 })
  const { communityId } = home
  const newcomer = await world.given.member(home, 'newcomer')
  const post = async () => {
    const requestId = await world.given.request(communityId, newcomer, { what: '借一把梯子用用' })
    const stored = (await world.documents('requests')).find(({ _id }) => _id === requestId)
    return { requestId, visibility: stored?.visibility }
  }
  const approve = async (requestId: string) => {
    const caseId = `request:${requestId}`
    const { revision } = await world.ok(home.owner, 'moderation.getCase', { communityId, caseId })
    const approval = { communityId, caseId, revision, verdict: 'approve' } as const
    await world.ok(home.owner, 'moderation.decide', approval)
  }
  const posts = [await post(), await post()]
  expect(posts.map(({ visibility }) => visibility)).toEqual(['pending', 'pending'])
  for (const { requestId } of posts) {
    expect((await post()).visibility).toBe('pending')
    await approve(requestId)
  }
  expect((await post()).visibility).toBe('shown')
  const owners = await world.given.request(communityId, home.owner, { what: '圈主自己的求助' })
  const stored = (await world.documents('requests')).find(({ _id }) => _id === owners)
  expect(stored?.visibility).toBe('shown')
})

test('the community’s words are found however they are written, and are edited one after another', async () => {
  const { world, home, communityId, ann } = board
  const { revision } = await world.ok(home.owner, 'moderation.getPolicy', { communityId })
  const words = [
    { text: '拼單', refuse: false },
    { text: '砍一刀', refuse: true },
  ]
  const edit = { communityId, words, newcomerReviews: 0 }
  await world.ok(home.owner, 'moderation.savePolicy', { ...edit, basedOn: revision })
  const stale = { ...edit, basedOn: revision }
  expect((await world.refused(home.owner, 'moderation.savePolicy', stale)).code).toBe(
    'policy_outdated',
  )
  expect((await world.refused(ann, 'moderation.savePolicy', stale)).code).toBe('forbidden')

  const requestId = await world.given.request(communityId, ann, { what: '一起 拼·单 买水果吗' })
  const caseId = `request:${requestId}`
  expect(await world.ok(ann, 'moderation.getMine', { communityId, caseId })).toMatchObject({
    flags: [{ field: 'what', reason: 'word' }],
  })
  await expect(world.given.request(communityId, ann, { what: '帮我砍 一 刀' })).rejects.toThrow(
    'found_word',
  )
})
