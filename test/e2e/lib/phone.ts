import type { Browser, Locator, Page } from 'playwright-core'
import { pathOf, type RouteName, type RouteParams } from '../../../client/routes'

/** How long a step may take on a busy machine, cloud included. */
export const PATIENCE_MS = 20_000

/** Roles that a finger can do something with. */
const TAPPED = ['button', 'radio', 'checkbox', 'tab', 'link'] as const

export interface Look {
  colours?: 'light' | 'dark'
  /** The person asked their phone for large type. */
  isElder?: boolean
  width?: number
  height?: number
  /** Device pixels to a point. */
  sharpness?: number
}

export interface Holder {
  openid: string
  /** The WeChat group whose card was tapped. */
  group?: string | undefined
}

export type Phone = Awaited<ReturnType<typeof openPhone>>

/** The address of a page inside the client, as `navigate` makes it. */
export function linkTo<N extends RouteName>(
  name: N,
  params: Partial<RouteParams[N]> | Record<string, string> = {},
): string {
  const query = new URLSearchParams(params as Record<string, string>).toString()
  return `/${pathOf(name)}${query ? `?${query}` : ''}`
}

/**
 * A phone in one person's hand: a browser context of its own with the client in it. Nothing is open
 * before `open`.
 * @param cloud the address of a local cloud that serves the client
 */
export async function openPhone(browser: Browser, cloud: string, holder: Holder, look: Look = {}) {
  const { colours = 'light', isElder, width = 390, height = 844, sharpness = 1 } = look
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: sharpness,
    colorScheme: colours,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const problems = listen(page)
  let { openid, group: card } = holder
  return {
    ...handOn(page),
    page,
    context,
    problems,
    /** Opens the app anew at a page, as a card or a cold start does; what is stored stays. */
    async open(link = linkTo('home'), group = card) {
      const query = new URLSearchParams({ user: openid })
      if (group) query.set('group', group)
      if (isElder) query.set('text', 'large')
      await page.goto('about:blank')
      await page.goto(`${cloud}/app/?${query}#${link}`, { waitUntil: 'load' })
    },
    /** Nothing of its last holder is left: a phone as new, whose browser has read the client before. */
    async handTo(next: Holder) {
      await page.unrouteAll()
      // A blank page, where the last holder never came further, has no storage to empty.
      if (page.url().startsWith(cloud)) {
        await page.evaluate(() => {
          localStorage.clear()
          sessionStorage.clear()
        })
      }
      await page.goto('about:blank')
      await context.clearCookies()
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: colours })
      openid = next.openid
      card = next.group
    },
    close: () => context.close(),
  }
}

/** What the app complained about and nobody handled: it must be nothing. */
function listen(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // A request that was cut or failed on purpose is told by the browser itself.
    const isOfTheNetwork = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isOfTheNetwork) problems.push(message.text())
  })
  return problems
}

/** What a person does with a page; each step waits until it can be done. */
function handOn(page: Page) {
  // The page below stays in the document, but not in sight.
  const text = (words: string): Locator => page.getByText(words).filter({ visible: true }).first()
  // The label is on the framework's wrapper at first, and soon on the input inside as well.
  const input = (label: string): Locator => {
    const labelled = `[aria-label=${JSON.stringify(label)}]`
    return page
      .locator(`${labelled}:is(input, textarea), ${labelled} :is(input, textarea)`)
      .filter({ visible: true })
      .first()
  }

  return {
    async sees(words: string) {
      await text(words)
        .waitFor()
        .catch(() => complain(page, `“${words}” is not to be seen`))
    },
    async misses(words: string) {
      await text(words)
        .waitFor({ state: 'hidden' })
        .catch(() => complain(page, `“${words}” is still to be seen`))
    },
    /** Taps what is called exactly so; `within` names a text in the same card. */
    async tap(name: string, within?: string) {
      await (await named(within ? cardWith(page, within) : page.locator('body'), name)).click()
    },
    /** Taps the row or card that holds these words. */
    async tapOn(words: string) {
      await (await named(page.locator('body'), words, false)).click()
    },
    /** Taps what is called so in the sheet that is open. */
    async tapInSheet(name: string) {
      await (await named(page.locator('.hz-sheet__paper'), name)).click()
    },
    /** Chooses an option of the field with this label. */
    async choose(field: string, option: string) {
      const group = page.locator('.hz-field').filter({ hasText: field, visible: true }).first()
      await (await named(group, option)).click()
    },
    /** Writes into the field with this label, in place of what stood there. */
    write: (label: string, words: string) => input(label).fill(words),
    /** What stands in the field with this label. */
    valueOf: (label: string) => input(label).inputValue(),
    /** Taps an item of the tab bar. */
    tapTab: (name: string) =>
      page.locator('.weui-tabbar__item').filter({ hasText: name }).first().click(),
    /** The sentences below the fields that are marked, from above. */
    mistakes: () => page.locator('.hz-field__sentence').filter({ visible: true }).allInnerTexts(),
    /** The page that is open, as an address inside the client without parameters. */
    route: () => new URL(page.url()).hash.slice(2).split('?')[0] ?? '',
    param: (name: string) =>
      new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '').get(name),
  }
}

/** The first thing to tap that is called exactly so, or whose name holds the words. */
async function named(place: Locator, name: string, exact = true): Promise<Locator> {
  const found = TAPPED.map((role) => place.getByRole(role, { name, exact }))
    .reduce((all, one) => all.or(one))
    .filter({ visible: true })
    .first()
  await found.waitFor().catch(() => complain(place.page(), `nothing to tap is called “${name}”`))
  return found
}

async function complain(page: Page, what: string): Promise<never> {
  const [shown = ''] = await page.locator('body').allInnerTexts()
  throw new Error(`${what}; the page shows:\n${shown.slice(0, 1000)}`)
}

const cardWith = (page: Page, words: string): Locator =>
  page.locator('.hz-card, .request-offer').filter({ hasText: words, visible: true }).last()
