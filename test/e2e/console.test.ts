/** The local cloud's console: a chat beside two phones with a foreign app on them, and its tabs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { type Cloud, startCloudProcess } from '../world/cloud'
import { launch } from './lib/browser'
import { seriousFindings } from './lib/inspect'

const ROOT = join(__dirname, '../..')

let cloud: Cloud
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  const functions = join(ROOT, 'test/conformance/functions')
  cloud = await startCloudProcess({ functions, app: join(__dirname, 'console-app') })
  browser = await launch()
  const viewport = { width: 1280, height: 800 }
  page = await browser.newPage({ viewport, locale: 'zh-CN', acceptDownloads: true })
  page.setDefaultTimeout(10_000)
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.goto(cloud.url)
})

afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

afterEach(() => {
  expect(problems.splice(0)).toEqual([])
})

const control = async (path: string, body?: object) => {
  const response = await fetch(`${cloud.url}/_control/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}
const side = (name: '左' | '右') => page.getByRole('region', { name: `${name}手机`, exact: true })
const inside = (name: '左' | '右'): FrameLocator => side(name).frameLocator('iframe')
const shows = (name: '左' | '右', id: string, text: string) =>
  inside(name).locator(`#${id}`).getByText(text).waitFor()
const openTab = (name: string) => page.getByRole('tab', { name, exact: true }).click()
const panel = () => page.getByRole('tabpanel').filter({ visible: true })

describe('the chat and the phones', () => {
  test('a card shared from one phone opens on the other, as its holder, with scene, page and proof', async () => {
    await inside('左').getByRole('button', { name: '转发' }).click()
    const card = page.getByRole('article', { name: '卡片：周六一起搬花盆' })
    await card.getByAltText('周六一起搬花盆的图片').waitFor()
    await card.getByRole('button', { name: '以阿本在右手机点开' }).click()
    await shows('右', 'who', 'o-sample-ben')
    await shows('右', 'scene', '1044')
    await shows('右', 'proof', 'proven')
    await shows('右', 'page', '#/pages/plan?id=7')
  })

  test('anybody taps a card on either phone, who is not in the group without its proof', async () => {
    const card = page.getByRole('article', { name: '卡片：周六一起搬花盆' })
    await card.getByRole('button', { name: '换别人点开' }).click()
    await page.getByRole('button', { name: '以采儿在左手机点开' }).click()
    await shows('左', 'who', 'o-sample-cai')
    await shows('左', 'proof', 'not in the group')
  })

  test('somebody new takes a phone by the keyboard, and is in the group', async () => {
    const holder = page.getByRole('button', { name: '左手机：换人' })
    await holder.focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('新的人的名字').fill('小新')
    await page.keyboard.press('Enter')
    await shows('左', 'who', 'o-new-')
    await shows('左', 'proof', 'proven')
    await page.getByRole('button', { name: '左手机：转发到群（右上角菜单）' }).click()
    await page.getByRole('article', { name: '卡片：从菜单转发的' }).waitFor()
  })

  test('a live card changes in place', async () => {
    const { reply } = await control('wechat/call', { api: 'updatableMessage.createActivityId' })
    const frame = inside('左').locator('body')
    await frame.evaluate((_, id) => Object.assign(window, { activityId: id }), reply.activity_id)
    await inside('左').getByRole('button', { name: '转发' }).click()
    const line = page.getByRole('article').last().getByRole('status')
    await line.getByText('当前 0/0 人').waitFor()
    const before = await line.elementHandle()
    const change = (target_state: number, count: string) =>
      control('wechat/call', {
        api: 'updatableMessage.setUpdatableMsg',
        data: {
          activity_id: reply.activity_id,
          target_state,
          template_info: {
            parameter_list: [
              { name: 'member_count', value: count },
              { name: 'room_limit', value: '5' },
            ],
          },
        },
      })
    await change(0, '3')
    await line.getByText('当前 3/5 人').waitFor()
    await change(1, '5')
    await line.getByText('已开始').waitFor()
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true)
  })

  test('a message that somebody agreed to arrives on their phone and in the thread', async () => {
    const { calls } = await control('wechat/calls')
    expect(calls.length).toBeGreaterThan(0)
    await inside('右').getByRole('button', { name: '订阅' }).click()
    await page.getByRole('button', { name: '允许' }).click()
    await shows('右', 'answered', '"plan":"accept"')
    const data = { thing1: { value: '周六三点，楼下见' } }
    const message = { touser: 'o-sample-ben', template_id: 'plan', page: 'pages/plan?id=8', data }
    await control('wechat/call', { api: 'subscribeMessage.send', data: message })
    await side('右').getByRole('button', { name: '周六三点' }).click()
    await shows('右', 'scene', '1014')
    await shows('右', 'page', '#/pages/plan?id=8')
    await page.getByRole('button', { name: '服务通知' }).click()
    await page.getByText('给阿本').waitFor()
    await page.getByRole('button', { name: '示例群' }).click()
  })

  test('an app scans a code that the other phone shows', async () => {
    await inside('右').getByRole('button', { name: '出示码' }).click()
    await inside('左').getByRole('button', { name: '扫码' }).click()
    await side('左').getByRole('button', { name: '集合的码' }).click()
    await shows('左', 'scanned', '{"text":"huddle:7"}')
    await inside('左').getByRole('button', { name: '扫码' }).click()
    await side('左').getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await shows('左', 'scanned', 'null')
  })

  test('a mini-program code is read from its picture and opens its page', async () => {
    const api = 'wxacode.getUnlimited'
    const data = { page: 'pages/plan', scene: 'id=9' }
    const { picture } = await control('wechat/call', { api, data })
    await inside('右')
      .locator('#picture')
      .evaluate(async (place, source) => {
        const image = place.appendChild(new Image())
        image.src = source
        await image.decode()
      }, `data:image/png;base64,${picture.buffer}`)
    await page.getByRole('button', { name: '左手机：扫一扫' }).click()
    await side('左').getByRole('button', { name: '小程序码 pages/plan?scene=id%3D9' }).click()
    await shows('左', 'scene', '1047')
    await shows('左', 'page', '#/pages/plan?scene=id%3D9')
  })
})

describe('the tabs', () => {
  test('documents are found, mended with a check, and exported', async () => {
    await control('collections', { collections: [{ name: 'plans' }] })
    const documents = [
      { _id: 'a', status: 'open', n: 1 },
      { _id: 'b', status: 'open', n: 2 },
      { _id: 'c', status: 'done', n: 3 },
    ]
    await control('documents', { collection: 'plans', documents })
    await openTab('集合')
    await panel().getByText('共 3 份').waitFor()
    await panel().getByLabel('查询').fill('{status: "open')
    await page.keyboard.press('Enter')
    await panel().getByText('查询不是完整的 JSON').waitFor()
    await panel().getByLabel('查询').fill("{status: 'open'}")
    await panel().getByLabel('排序', { exact: true }).fill('-n')
    await page.keyboard.press('Enter')
    await panel().getByText('共 2 份').waitFor()
    expect(await panel().locator('.id').allInnerTexts()).toEqual(['b', 'a'])

    await panel().locator('summary').first().click()
    await panel().getByRole('button', { name: '编辑' }).click()
    const text = page.getByLabel('文档的 JSON')
    await text.fill('{"_id": "b", "status": }')
    await page.getByText('第 1 行的 } 处应该是一个值').waitFor()
    await text.fill('{"_id": "z"}')
    await page.getByRole('alert').getByText('_id 不能改').waitFor()
    await text.fill('{"_id": "b", "status": "open", "n": 20}')
    await page.getByRole('button', { name: '保存' }).click()
    await text.waitFor({ state: 'detached' })
    const stored = await control('documents?collection=plans&filter={"_id":"b"}')
    expect(stored.documents).toEqual([{ _id: 'b', status: 'open', n: 20 }])

    const saved = page.waitForEvent('download')
    await panel().getByRole('link', { name: 'CSV' }).click()
    const file = await (await saved).path()
    expect(readFileSync(file, 'utf8')).toContain('b,open,20\r\na,open,1')

    await panel().locator('summary').first().click()
    await panel().getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await panel().getByText('共 1 份').waitFor()
  })

  test('indexes, logs, messages and files can be looked at', async () => {
    await openTab('索引')
    await panel().getByRole('cell', { name: 'plans' }).waitFor()
    await fetch(`${cloud.url}/call/echo`, { method: 'POST', body: '{"word":"hello"}' })
    await openTab('日志')
    await panel().getByText('echo was called hello').waitFor()
    await panel().getByLabel('筛选日志').fill('nothing like it')
    await panel().getByText('没有符合的行').waitFor()
    await openTab('微信')
    await panel().getByText('周六三点，楼下见').waitFor()
    await panel().getByRole('button', { name: '接口调用' }).click()
    await panel().getByRole('cell', { name: 'subscribeMessage.send' }).first().waitFor()
    const who = { headers: { 'x-wx-openid': 'o-sample-ann' } }
    const upload = `${cloud.url}/wx/upload-file?path=notes/a.txt`
    await fetch(upload, { method: 'POST', body: '三个花盆', ...who })
    await openTab('存储')
    await panel().getByRole('button', { name: 'notes/a.txt' }).click()
    await panel().getByText('三个花盆').waitFor()
    await panel().getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await panel().getByText('还没有文件').waitFor()
  })

  test('a timer fires, faults are set and cleared, the clock is moved and set right', async () => {
    await control('collections', { collections: [{ name: 'plans' }, { name: 'firings' }] })
    await openTab('定时')
    await panel().getByRole('button', { name: '现在触发 clockwork' }).click()
    await panel().getByText('完成').waitFor()
    await openTab('故障')
    await panel().getByLabel('函数', { exact: true }).selectOption('echo')
    await panel().getByRole('button', { name: '安排' }).first().click()
    await panel().getByRole('cell', { name: 'echo' }).waitFor()
    await page.getByRole('button', { name: '1 处人为的故障' }).waitFor()
    expect((await control('faults')).faults).toMatchObject([{ function: 'echo', call: 1 }])
    await panel().getByLabel('种子').fill('42')
    await panel().getByRole('button', { name: '开始' }).click()
    await panel().getByText('种子 42').waitFor()
    await panel().getByRole('button', { name: '全部清除' }).click()
    await panel().getByText('一切如常').waitFor()
    await openTab('时钟')
    await panel().getByRole('button', { name: '＋1 天' }).click()
    await panel().getByText('比真实时间快 1 天').waitFor()
    await openTab('集合')
    await page.getByRole('button', { name: '时钟快 1 天' }).click()
    await panel().getByRole('button', { name: '停住' }).click()
    await panel().getByText('停住了').waitFor()
    expect((await control('clock')).isFrozen).toBe(true)
    await panel().getByRole('button', { name: '恢复成真实时间' }).click()
    await panel().getByText('和真实时间一样').waitFor()
  })

  test('every tab is read by a screen reader, in the light and in the dark', async () => {
    const tabs = await page.getByRole('tab').all()
    // All are made of the same parts: in the dark those three hold every one of them.
    const dark = ['群聊与手机', '集合', '故障'].map((name) =>
      page.getByRole('tab', { name, exact: true }),
    )
    const looks = [
      ...tabs.map((tab) => ({ tab, colorScheme: 'light' as const })),
      ...dark.map((tab) => ({ tab, colorScheme: 'dark' as const })),
    ]
    for (const { tab, colorScheme } of looks) {
      await page.emulateMedia({ colorScheme })
      await tab.click()
      await page.waitForTimeout(200)
      const name = await tab.textContent()
      expect([name, await seriousFindings(page)]).toEqual([name, []])
    }
  })
})

test('without an app the console opens at the documents, and the chat says what is missing', async () => {
  const data = mkdtempSync(join(tmpdir(), 'console-bare-'))
  const functions = join(ROOT, 'test/conformance/functions')
  const bare = await startCloudProcess({ functions, data })
  try {
    await page.goto(bare.url)
    await page.getByRole('heading', { name: '还没有集合' }).waitFor()
    await openTab('群聊与手机')
    await page.getByText('--weapp').waitFor()
  } finally {
    await bare.close()
    rmSync(data, { recursive: true, force: true })
  }
})
