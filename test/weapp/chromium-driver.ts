import type { Browser, BrowserContext, ElementHandle, Page } from 'playwright-core'
import type { HostHandle } from '../../emulator/weapp-host/browser/handle'
import type { ShareCard } from '../../emulator/weapp-host/phone/types'
import { type Driver, type Entrance, PATIENCE_MS, type Person, patiently, report } from './driver'

const PHONE = { width: 375, height: 812 }
/** A part that was drawn anew between finding and tapping cannot be tapped any more. */
const TAP_MS = 3_000

type HostWindow = typeof globalThis & { weapp: HostHandle }

/** Drives the app in Chromium by real touches and keys. Each person has a phone of their own. */
export class ChromiumDriver implements Driver {
  readonly #browser: Browser
  readonly #cloudUrl: string
  readonly #phones = new Map<string, BrowserContext>()
  #problems: string[] = []
  #page: Page | undefined

  /** @param cloudUrl a local cloud that serves the compiled app at `/weapp/` */
  constructor(browser: Browser, cloudUrl: string) {
    this.#browser = browser
    this.#cloudUrl = cloudUrl
  }

  async open({ openid }: Person, { group, page: path }: Entrance = {}): Promise<void> {
    this.#problems = await this.problems()
    await this.#page?.close()
    const query = new URLSearchParams({ user: openid })
    if (group !== undefined) query.set('group', group)
    if (path !== undefined) query.set('page', path)
    const phone = await this.#phoneOf(openid)
    this.#page = await phone.newPage()
    await this.#page.goto(`${this.#cloudUrl}/weapp/?${query}`)
  }

  route(): Promise<string> {
    return this.#open.evaluate(() => (globalThis as HostWindow).weapp.route())
  }

  async sees(text: string): Promise<void> {
    await this.#found(`no text “${text}”`, async () =>
      (await this.#shows(text)) ? true : undefined,
    )
  }

  async misses(text: string): Promise<void> {
    await this.#found(`still a text “${text}”`, async () =>
      (await this.#shows(text)) ? undefined : true,
    )
  }

  async tap(name: string, within?: string): Promise<void> {
    const target = await this.#named(name, within)
    await target.tap({ timeout: TAP_MS }).catch(async () => {
      const again = await this.#named(name, within)
      await again.tap({ timeout: PATIENCE_MS })
    })
  }

  tapTab(text: string): Promise<void> {
    return this.#open.locator('#tabs').getByText(text, { exact: true }).tap()
  }

  async type(label: string, text: string): Promise<void> {
    const fields = this.#open.locator('.frame:not([hidden])').getByLabel(label, { exact: true })
    await fields.first().fill(text, { timeout: PATIENCE_MS })
  }

  async pick(name: string, value: string): Promise<void> {
    await this.tap(name)
    await this.#open.locator('.picker-sheet input').fill(value)
    await this.tap('确定')
  }

  async shareBy(name: string): Promise<ShareCard> {
    await this.tap(name)
    return this.#found<ShareCard>('no card was shared', () =>
      this.#open.evaluate(() => (globalThis as HostWindow).weapp.shared ?? undefined),
    )
  }

  async problems(): Promise<string[]> {
    const ofPage = await this.#page?.evaluate(() => (globalThis as HostWindow).weapp.problems)
    return [...this.#problems, ...(ofPage ?? [])]
  }

  async close(): Promise<void> {
    for (const phone of this.#phones.values()) await phone.close()
  }

  get #open(): Page {
    if (!this.#page) throw new Error('open the app first')
    return this.#page
  }

  async #phoneOf(openid: string): Promise<BrowserContext> {
    const options = { viewport: PHONE, hasTouch: true, locale: 'zh-CN' }
    const phone = this.#phones.get(openid) ?? (await this.#browser.newContext(options))
    this.#phones.set(openid, phone)
    return phone
  }

  #shows(text: string): Promise<boolean> {
    return this.#open.evaluate((part) => (globalThis as HostWindow).weapp.shows(part), text)
  }

  #named(name: string, within?: string): Promise<ElementHandle<Element>> {
    return this.#found(`nothing to tap named “${name}”`, async () => {
      const handle = await this.#open.evaluateHandle(
        ([what, where]) => (globalThis as HostWindow).weapp.find(what ?? '', where),
        [name, within] as const,
      )
      return (handle.asElement() as ElementHandle<Element> | null) ?? undefined
    })
  }

  #found<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    return patiently(what, look, async () => {
      const words = await this.#open.evaluate(() => (globalThis as HostWindow).weapp.words())
      return report(await this.route(), words, await this.problems())
    })
  }
}
