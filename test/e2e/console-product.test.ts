/** The app itself on the console's two phones: its web build and its compiled mini-program. */
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { t } from '../../client/i18n'
import { neighbourhood } from '../../cloudfunctions/domain/presets/neighbourhood'
import { checkBuilt } from '../weapp/built'
import { openWorld, type World } from '../world'
import { published } from '../world/calls/event'
import { givenItem } from '../world/calls/store'
import { launch } from './lib/browser'
import { linkTo, PATIENCE_MS } from './lib/phone'

const dist = (name: string) => join(__dirname, '../../dist', name)
/** The console's own cast, when nobody is named. */
const ann = { name: 'ann', openid: 'o-sample-ann', userId: '' }
const ben = { name: 'ben', openid: 'o-sample-ben', userId: '' }
const NAME = '示例里邻居'

let world: World
let browser: Browser
let page: Page
let communityId: string

/** The phone on one side of the console, and the app in it. */
function phone(name: '左' | '右') {
  const side = page.getByRole('region', { name: `${name}手机`, exact: true })
  const app: FrameLocator = side.frameLocator('iframe')
  const labelled = (label: string) => `[aria-label=${JSON.stringify(label)}]`
  return {
    side,
    app,
    sees: (text: string) => app.getByText(text).filter({ visible: true }).first().waitFor(),
    tap: (name: string) =>
      app.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click(),
    write: (label: string, text: string) =>
      app
        .locator(`${labelled(label)}:is(input, textarea), ${labelled(label)} :is(input, textarea)`)
        .first()
        .fill(text),
    goTo: (link: string) =>
      app.locator('body').evaluate((_, hash) => {
        location.hash = hash
      }, link),
  }
}

beforeAll(async () => {
  const weapp = process.env.HUZHU_WEAPP ?? dist('weapp')
  checkBuilt(weapp)
  world = await openWorld({ app: process.env.HUZHU_H5 ?? dist('h5'), weapp })
  browser = await launch()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  page.setDefaultTimeout(PATIENCE_MS)
})

afterAll(async () => {
  await browser?.close()
  await world?.close()
})

/** Taps the shared card as who holds the right phone. */
async function openCard(): Promise<void> {
  const card = page.getByRole('article').filter({ hasText: NAME })
  await card.getByRole('button', { name: '以阿本在右手机点开' }).click()
}

test('a card shared by the one opens the door for the other, in both builds', async () => {
  const group = await world.groupProof(ann, 'g-sample')
  const input = {
    preset: 'neighbourhood',
    name: NAME,
    purpose: '有事招呼一声',
    nickname: '小安',
    avatar: 'a1',
  } as const
  ;({ communityId } = await world.ok(ann, 'community.create', input, { group }))
  await page.goto(world.cloud.url)
  const [left, right] = [phone('左'), phone('右')]
  await left.sees(NAME)
  await left.goTo(linkTo('community.card', { communityId }))
  await left.tap(t('community.share'))
  await openCard()
  await right.sees(t('entry.fromGroup'))

  await right.side.getByRole('button', { name: '小程序' }).click()
  await right.app.locator('wx-root').getByText(t('entry.fromGroup')).waitFor()
})

test('who applies on the one phone is admitted on the other', async () => {
  const [left, right] = [phone('左'), phone('右')]
  await right.side.getByRole('button', { name: '网页' }).click()
  await right.tap(t('entry.apply'))
  await right.write(t('member.nickname'), '阿本')
  for (const { required, label, example } of neighbourhood.questions) {
    if (required) await right.write(label, example ?? '')
  }
  await right.app.getByText(t('entry.acceptRules', { version: 1 })).click()
  await right.tap(t('entry.submit'))
  await right.sees(t('entry.pendingTitle'))

  await left.goTo(linkTo('entry.applications', { communityId }))
  await left.tap(t('entry.approve'))
  await left.sees(t('entry.approvedToast', { name: '阿本' }))
  await openCard()
  await right.sees(t('home.noRequests'))
})

test('the one phone scans what the other shows to be picked up', async () => {
  const [left, right] = [phone('左'), phone('右')]
  await world.ok(ben, 'checkin.checkIn', { communityId })
  const item = await givenItem({ world, communityId, owner: ann }, 'pickup')
  const { orderId } = await world.ok(ben, 'store.redeem', { communityId, ...item })
  await right.goTo(linkTo('store.order', { communityId, orderId }))
  await right.sees(t('store.showCode'))
  await left.goTo(linkTo('store.handOver', { communityId }))
  await left.tap(t('store.scan'))
  await left.side
    .getByRole('dialog')
    .getByRole('button', { name: /核销码/ })
    .click()
  await left.tap(t('store.handOverDo'))
  await left.sees(t('store.handedOver'))
})

test('the card of an event shows its seats in the chat, and changes where it lies', async () => {
  const left = phone('左')
  const event = await published({ world, communityId, owner: ann }, { capacity: 3 })
  await left.goTo(linkTo('event.detail', event))
  await left.sees('旧物修补午后')
  // The page has asked for a card to share as soon as WeChat has one.
  while (!(await world.ok(ann, 'event.get', event)).liveCard) await page.waitForTimeout(100)
  await world.fireTimer()
  await left.tap(t('event.share'))
  const card = page.getByRole('article').filter({ hasText: '旧物修补午后' })
  await card.getByText('成员正在加入，当前 0/3 人').waitFor()
  await world.ok(ben, 'event.register', { ...event, guests: 0, answers: {} })
  await world.fireTimer()
  await card.getByText('成员正在加入，当前 1/3 人').waitFor()
})
