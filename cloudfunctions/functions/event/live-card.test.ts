import { control, type User, type World } from '../../../test/world'
import { published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})
afterEach(async () => {
  await control(world.cloud, 'DELETE', 'wechat/answers')
  await world.shiftClock(0)
})

type Card = { activityId: string; state: number; text: string }
const cards = async () =>
  ((await control(world.cloud, 'GET', 'wechat/cards')) as { cards: Card[] }).cards
const inChat = async (activityId: string) => {
  await world.fireTimer()
  return (await cards()).find((card) => card.activityId === activityId)
}
const timesTold = async () => {
  const { calls } = (await control(world.cloud, 'GET', 'wechat/calls')) as {
    calls: { api: string }[]
  }
  return calls.filter(({ api }) => api === 'updatableMessage.setUpdatableMsg').length
}
const opened = async (user: User, event: { communityId: string; eventId: string }) => {
  const { card } = await world.ok(user, 'event.openCard', event)
  if (card === null) throw new Error('no card')
  return card
}

test('the card in the chat shows the seats, begins with the event and ends with it', async () => {
  const event = await published(at, { capacity: 3 }, 60)
  await signUp(world, at.ann, event)
  const { activityId, ...words } = await opened(at.ann, event)
  expect(words).toEqual({ taken: 1, total: 3 })
  expect((await opened(at.ben, event)).activityId).toBe(activityId)
  expect((await world.ok(at.ben, 'event.get', event)).liveCard).toMatchObject({ activityId })
  await signUp(world, at.ben, event, 1)
  expect(await inChat(activityId)).toMatchObject({
    state: 0,
    text: '成员正在加入，当前 3/3 人',
  })
  const told = await timesTold()
  for (const _ of [1, 2]) await world.fireTimer()
  expect(await timesTold()).toBe(told)
  await world.ok(at.ann, 'event.cancelRegistration', event)
  expect(await inChat(activityId)).toMatchObject({ text: '成员正在加入，当前 2/3 人' })
  await world.shiftClock(61 * MINUTE_MS)
  expect(await inChat(activityId)).toMatchObject({ state: 1, text: '已开始' })
  await world.shiftClock(121 * MINUTE_MS)
  expect(await inChat(activityId)).toMatchObject({ state: 2, text: '已结束' })
  const over = await timesTold()
  await world.fireTimer()
  expect(await timesTold()).toBe(over)
  expect((await world.ok(at.ben, 'event.openCard', event)).card).toBeNull()
})

test('a card whose day is over is opened anew, and the old one is told nothing more', async () => {
  const event = await published(at, { capacity: 3 })
  const first = await opened(at.ann, event)
  await world.shiftClock(25 * HOUR_MS)
  await signUp(world, at.ann, event)
  const told = await timesTold()
  await world.fireTimer()
  expect(await timesTold()).toBe(told)
  const second = await opened(at.ann, event)
  expect(second).toMatchObject({ taken: 1, total: 3 })
  expect(second.activityId).not.toBe(first.activityId)
  await signUp(world, at.ben, event)
  expect(await inChat(second.activityId)).toMatchObject({ text: '成员正在加入，当前 2/3 人' })
})

test('WeChat failing keeps nobody from anything; the chat is told when it answers again', async () => {
  const event = await published(at, { capacity: 3 })
  const fail = (api: string) =>
    control(world.cloud, 'POST', 'wechat/answers', {
      api,
      error: { errcode: -1, errmsg: 'system error' },
    })
  await fail('updatableMessage.createActivityId')
  expect(await world.ok(at.ann, 'event.openCard', event)).toEqual({ card: null })
  await control(world.cloud, 'DELETE', 'wechat/answers')
  const { activityId } = await opened(at.ann, event)
  await fail('updatableMessage.setUpdatableMsg')
  await signUp(world, at.ann, event)
  await world.fireTimer()
  await control(world.cloud, 'DELETE', 'wechat/answers')
  expect(await inChat(activityId)).toMatchObject({ text: '成员正在加入，当前 1/3 人' })
})

test('an event that is called off ends its card', async () => {
  const event = await published(at, { capacity: 3 })
  const { activityId } = await opened(at.ann, event)
  await world.ok(at.owner, 'event.cancel', { ...event, reason: '场地用不了了' })
  expect(await inChat(activityId)).toMatchObject({ state: 2 })
})

test('the card of a request shows its helpers until it is over', async () => {
  const { communityId, ann, ben } = at
  const requestId = await world.given.request(communityId, ann, { helpersNeeded: 2 })
  const on = { communityId, requestId }
  const { card } = await world.ok(ben, 'help.openCard', on)
  expect(card).toMatchObject({ taken: 0, total: 2 })
  await world.ok(ben, 'help.makeOffer', { ...on, message: '我来' })
  await world.ok(ann, 'help.acceptOffer', { ...on, offerId: ben.userId })
  const { activityId = '' } = card ?? {}
  expect(await inChat(activityId)).toMatchObject({ text: '成员正在加入，当前 1/2 人' })
  expect((await world.ok(ben, 'help.getRequest', on)).liveCard).toMatchObject({ activityId })
  await world.ok(ann, 'help.confirmDone', { ...on, offerId: ben.userId, thanks: '多谢' })
  await world.ok(ann, 'help.closeRequest', { ...on, reason: '够了' })
  expect(await inChat(activityId)).toMatchObject({ state: 2 })
})
