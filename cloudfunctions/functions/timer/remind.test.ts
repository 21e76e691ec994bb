import { wechatSettings } from '../../../scripts/seed/wechat'
import { control, newKey, openWorld, type User, type World } from '../../../test/world'
import { type Setting, setting } from '../../../test/world/calls/setting'
import type { ReminderTopic } from '../../../types/reminder'

const TEMPLATE = 'demo-help'
type Sent = { touser: string; templateId: string; page: string; data: Record<string, string> }

let world: World
let at: Setting
beforeAll(async () => {
  world = await openWorld()
  await control(world.cloud, 'POST', 'wechat/settings', wechatSettings())
  at = await setting(world)
})
afterAll(() => world.close())
afterEach(() => control(world.cloud, 'DELETE', 'wechat/answers'))

/** Says yes at WeChat, and the phone reports it. */
async function grant(user: User, topics: ReminderTopic[] = ['help']) {
  const answers = Object.fromEntries(topics.map((topic) => [`demo-${topic}`, 'accept']))
  await fetch(`${world.cloud.url}/wx/subscribe-message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': user.openid },
    body: JSON.stringify({ answers }),
  })
  await world.ok(user, 'inbox.grantReminders', { topics })
}

const sentTo = async ({ openid }: User): Promise<Sent[]> => {
  const query = `wechat/messages?openid=${openid}`
  return ((await control(world.cloud, 'GET', query)) as { messages: Sent[] }).messages
}
const leftOf = async (user: User, wanted: ReminderTopic = 'help') => {
  const { topics } = await world.ok(user, 'inbox.getReminders', {})
  return topics.find(({ topic }) => topic === wanted)?.left
}
const waiting = async () => (await world.documents('messages', { remind: true })).length

/** A member of their own asks; somebody is there to offer, of which the requester is told. */
async function asked(what = '借一架两米的梯子') {
  const user = await world.given.member(at, 'asker')
  const requestId = await world.given.request(at.communityId, user, { what })
  const helper = await world.given.member(at, 'helper')
  return { user, requestId, helper }
}
const offer = (helper: User, requestId: string) =>
  world.ok(helper, 'help.makeOffer', { communityId: at.communityId, requestId, message: '我来' })

test('who said yes is reminded once, however often the timer runs and the phone sends again', async () => {
  const { user, requestId, helper } = await asked()
  await grant(user)
  expect(await leftOf(user)).toBe(1)
  const key = newKey()
  const input = { communityId: at.communityId, requestId, message: '我来' }
  await world.ok(helper, 'help.makeOffer', input, { key })
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.ok(helper, 'help.makeOffer', input, { key })
  await world.fireTimer()
  const sent = await sentTo(user)
  expect(sent).toMatchObject([
    { templateId: TEMPLATE, data: { thing1: '借一架两米的梯子', phrase2: '有人愿意帮' } },
  ])
  expect(sent[0]?.data.time3).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  expect(sent[0]?.page).toBe(
    `packages/member/inbox/index?communityId=${at.communityId}&page=request&requestId=${requestId}`,
  )
  expect(await leftOf(user)).toBe(0)
  expect(await waiting()).toBe(0)
})

test('a second message without a second yes stays in the inbox alone', async () => {
  const { user, requestId, helper } = await asked()
  await grant(user)
  await offer(helper, requestId)
  await offer(await world.given.member(at, 'cai'), requestId)
  await world.fireTimer()
  expect(await sentTo(user)).toHaveLength(1)
  const { items } = await world.ok(user, 'inbox.list', {})
  expect(items.filter(({ kind }) => kind === 'offer_received')).toHaveLength(2)
})

test('who never said yes is not reminded, and nothing is left waiting', async () => {
  const { user, requestId, helper } = await asked()
  await offer(helper, requestId)
  await world.fireTimer()
  expect(await sentTo(user)).toEqual([])
  expect(await waiting()).toBe(0)
  await grant(user)
  await world.fireTimer()
  expect(await sentTo(user)).toEqual([])
})

test('a message that was read in time costs no yes', async () => {
  const { user, requestId, helper } = await asked()
  await grant(user)
  await offer(helper, requestId)
  const { items } = await world.ok(user, 'inbox.list', {})
  await world.ok(user, 'inbox.markRead', { upTo: items[0]?.messageId ?? '' })
  await world.fireTimer()
  expect(await sentTo(user)).toEqual([])
  expect(await leftOf(user)).toBe(1)
})

test('WeChat’s own count is the true one: a yes that was none is forgotten', async () => {
  const { user, requestId, helper } = await asked()
  for (const _ of [1, 2, 3]) await world.ok(user, 'inbox.grantReminders', { topics: ['help'] })
  await offer(helper, requestId)
  await world.fireTimer()
  expect(await sentTo(user)).toEqual([])
  expect(await leftOf(user)).toBe(0)
})

test('where WeChat refuses this one message only, the yes is kept', async () => {
  const { user, requestId, helper } = await asked()
  await grant(user)
  await control(world.cloud, 'POST', 'wechat/answers', {
    api: 'subscribeMessage.send',
    openid: user.openid,
    error: { errcode: 45009, errmsg: 'reach max api minute frequence limit' },
  })
  await offer(helper, requestId)
  await world.fireTimer()
  expect(await sentTo(user)).toEqual([])
  expect(await leftOf(user)).toBe(1)
})

test('an answer of WeChat’s that is lost does not make a second message', async () => {
  const { user, requestId, helper } = await asked()
  await grant(user)
  await grant(user)
  await control(world.cloud, 'POST', 'wechat/answers', {
    api: 'subscribeMessage.send',
    openid: user.openid,
    effect: 'fail',
    side: 'after',
  })
  await offer(helper, requestId)
  await world.fireTimer()
  await world.fireTimer()
  expect(await sentTo(user)).toHaveLength(1)
  expect(await leftOf(user)).toBe(1)
})

test('a run that dies between any two of its steps never sends twice, and the inbox has it all', async () => {
  const { user, helper } = await asked()
  const lost: number[] = []
  // Other jobs come first; from where two runs have lost their message, the next is past the sending.
  for (let call = 10; call <= 60 && lost.length < 2; call++) {
    const before = (await sentTo(user)).length
    const requestId = await world.given.request(at.communityId, user)
    await grant(user)
    await offer(helper, requestId)
    const plan = { function: 'timer', times: 1, call, side: 'after', effect: 'kill' }
    await control(world.cloud, 'POST', 'faults', plan)
    await world.fireTimer().catch(() => undefined)
    await world.clearFaults()
    await world.fireTimer()
    const sent = (await sentTo(user)).length - before
    expect([0, 1]).toContain(sent)
    if (sent === 0) lost.push(call)
    expect(await waiting()).toBe(0)
    const { items } = await world.ok(user, 'inbox.list', {})
    expect(items[0]).toMatchObject({ kind: 'offer_received', target: { requestId } })
  }
  // Claimed and not sent, by one step and by two: the price of never sending twice.
  expect(lost).toHaveLength(2)
})

test('long words are cut to what WeChat takes', async () => {
  const { user, requestId, helper } = await asked(
    `${'请教怎样给老房子的窗户做隔音，'.repeat(2)}谢谢`,
  )
  await grant(user)
  await offer(helper, requestId)
  await world.fireTimer()
  const [sent] = await sentTo(user)
  expect(sent?.data.thing1).toBe('请教怎样给老房子的窗户做隔音，请教怎样…')
})

test('an applicant, who is no member yet, is told the answer', async () => {
  const user = await world.given.applicant(at.communityId, 'dan')
  await grant(user, ['result', 'work'])
  await world.ok(at.owner, 'entry.decide', {
    communityId: at.communityId,
    applicationId: world.memberId(at.communityId, user),
    revision: 1,
    verdict: 'approve',
  })
  await world.fireTimer()
  expect(await sentTo(user)).toMatchObject([
    { templateId: 'demo-result', data: { thing1: '梧桐里邻里', phrase2: '已通过' } },
  ])
})
