import type { Browser, BrowserContext, ElementHandle, Page } from 'playwright-core'
import { type Driver, firstLines, PATIENCE_MS } from '../driver'
import type { ShareCard } from '../phone/types'
import type { HostHandle } from './browser/handle'
import { startHost } from './server'

const PHONE = { width: 375, height: 812 }
const STEP_MS = 50

type HostWindow = typeof globalThis & { weapp: HostHandle }

/** Drives the app in Chromium by real touches and keys. */
export async function chromiumDriver(
  browser: Browser,
  dist: string,
  cloudUrl: string,
): Promise<Driver> {
  const host = await startHost({ dist, cloudUrl })
  const phones = new Map<string, BrowserContext>()
  const problems: string[] = []
  let page: Page | undefined
  const running = () => page ?? fail('open the app first')

  async function phoneOf(openid: string): Promise<BrowserContext> {
    const known = phones.get(openid)
    if (known) return known
    const phone = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'zh-CN' })
    phones.set(openid, phone)
    return phone
  }

  /** Asks again until there is an answer. */
  async function found<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await look()
      if (answer !== undefined) return answer
      if (Date.now() > until) {
        const [route, words] = await running().evaluate(() => {
          const { weapp } = globalThis as HostWindow
          return [weapp.route(), weapp.words()]
        })
        fail(`${what}; ${route} shows:\n${words}\n${firstLines(await collected())}`)
      }
      await new Promise((resolve) => setTimeout(resolve, STEP_MS))
    }
  }

  const elementNamed = (name: string, within?: string) =>
    found(`nothing to tap named “${name}”`, async () => {
      const handle = await running().evaluateHandle(
        ([what, where]) => (globalThis as HostWindow).weapp.find(what ?? '', where),
        [name, within] as const,
      )
      return (handle.asElement() as ElementHandle<Element> | null) ?? undefined
    })

  const shows = (text: string) =>
    running().evaluate((part) => (globalThis as HostWindow).weapp.shows(part), text)

  async function tap(name: string, within?: string) {
    // What is drawn anew between finding and tapping is looked for once more.
    const target = await elementNamed(name, within)
    await target.tap({ timeout: 3_000 }).catch(async () => {
      await (await elementNamed(name, within)).tap({ timeout: PATIENCE_MS })
    })
  }

  async function collected(): Promise<string[]> {
    const ofPage = (await page?.evaluate(() => (globalThis as HostWindow).weapp.problems)) ?? []
    return [...problems, ...ofPage]
  }

  return {
    async open({ openid }, from = {}) {
      problems.splice(0, Number.POSITIVE_INFINITY, ...(await collected()))
      await page?.close()
      const query = new URLSearchParams({
        user: openid,
        ...(from.group === undefined ? {} : { group: from.group }),
        ...(from.page === undefined ? {} : { page: from.page }),
      })
      page = await (await phoneOf(openid)).newPage()
      await page.goto(`${host.url}/?${query}`)
    },
    route: () => running().evaluate(() => (globalThis as HostWindow).weapp.route()),
    sees: async (text) => {
      await found(`no text “${text}”`, async () => ((await shows(text)) ? true : undefined))
    },
    misses: async (text) => {
      await found(`still a text “${text}”`, async () => ((await shows(text)) ? undefined : true))
    },
    tap,
    tapTab: (text) => running().locator('#tabs').getByText(text, { exact: true }).tap(),
    async type(label, text) {
      const fields = running().locator('.frame:not([hidden])').getByLabel(label, { exact: true })
      await fields.first().fill(text, { timeout: PATIENCE_MS })
    },
    async pick(name, value) {
      await tap(name)
      await running().locator('.picker-sheet input').fill(value)
      await tap('确定')
    },
    async shareBy(name) {
      await tap(name)
      return found<ShareCard>('no card was shared', () =>
        running().evaluate(() => (globalThis as HostWindow).weapp.shared ?? undefined),
      )
    },
    problems: collected,
    async close() {
      for (const phone of phones.values()) await phone.close()
      await host.close()
    },
  }
}

function fail(message: string): never {
  throw new Error(message)
}
