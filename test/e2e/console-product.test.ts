/** The app itself on the console's two phones: its web build and its compiled mini-program. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { t } from '../../client/i18n'
import { checkBuilt } from '../weapp/built'
import { openWorld, type World } from '../world'
import { launch } from './lib/browser'
import { linkTo, PATIENCE_MS } from './lib/phone'

const dist = (name: string) => join(__dirname, '../../dist', name)
/** The console's own cast, when nobody is named. */
const ann = { name: 'ann', openid: 'o-sample-ann', userId: '' }
const NAME = '示例里邻居'

let world: World
let browser: Browser
let page: Page

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

test('a card shared by the one opens the door for the other, in both builds', async () => {
  const group = await world.groupProof(ann, 'g-sample')
  const input = {
    preset: 'neighbourhood',
    name: NAME,
    purpose: '有事招呼一声',
    nickname: '小安',
    avatar: 'a1',
  } as const
  const { communityId } = await world.ok(ann, 'community.create', input, { group })
  await page.goto(world.cloud.url)
  const [left, right] = ['左手机', '右手机'].map((name) => {
    const side = page.getByRole('region', { name, exact: true })
    return { side, app: side.frameLocator('iframe') }
  })
  if (!left || !right) throw new Error('there are two phones')

  await left.app.getByText(NAME).first().waitFor()
  const cardPage = linkTo('community.card', { communityId })
  await left.app.locator('body').evaluate((_, hash) => {
    location.hash = hash
  }, cardPage)
  await left.app.getByRole('button', { name: t('community.share') }).click()
  const card = page.getByRole('article').filter({ hasText: NAME })
  await card.getByRole('button', { name: '以阿本在右手机点开' }).click()
  await right.app.getByText(t('entry.fromGroup')).waitFor()

  await right.side.getByRole('button', { name: '小程序' }).click()
  await right.app.locator('wx-root').getByText(t('entry.fromGroup')).waitFor()
})
