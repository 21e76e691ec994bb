import type { AppConfig, DrawnPage, PageInstance, Query, Screen } from './types'

/** WeChat refuses to stack more. */
const STACK_MAX = 10

/** What the platform answers instead of doing a thing; becomes `errMsg`. */
export class PlatformRefusal extends Error {}

interface Target {
  route: string
  query: Query
}

/** `/packages/a/b?x=1` or the same without slash → the page's route and its undecoded parameters. */
export function splitUrl(url: string): Target {
  const [route = '', search = ''] = url.replace(/^\//, '').split('?', 2)
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  return { route, query }
}

/** The pages of the app, sub-packages included, by their routes. */
export const routesOf = (config: AppConfig): string[] => [
  ...config.pages,
  ...(config.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  ),
]

/**
 * WeChat's navigation stack: tabs are kept alive side by side, anything else lies on top of the open
 * tab. Refuses what WeChat refuses: unknown pages, a tab opened as a page, a page as a tab, an
 * eleventh page.
 */
export class Stack {
  readonly #screen: Screen
  readonly #known: Set<string>
  readonly #tabs: NonNullable<AppConfig['tabBar']>['list']
  readonly #tabPages = new Map<string, DrawnPage>()
  #stack: DrawnPage[] = []

  constructor(config: AppConfig, screen: Screen) {
    this.#screen = screen
    this.#known = new Set(routesOf(config))
    this.#tabs = config.tabBar?.list ?? []
  }

  pages(): PageInstance[] {
    return this.#stack.map(({ instance }) => instance)
  }

  navigateTo(url: string): void {
    const target = this.#checkedPage(url)
    if (this.#stack.length >= STACK_MAX) throw new PlatformRefusal('webview count limit exceed')
    this.#cover()
    this.#open(target)
  }

  redirectTo(url: string): void {
    const target = this.#checkedPage(url)
    const before = this.#top
    if (before) this.#close(before)
    this.#open(target)
  }

  navigateBack(delta: number): void {
    if (this.#stack.length < 2) throw new PlatformRefusal('cannot navigate back at first page')
    const first = Math.max(1, this.#stack.length - delta)
    for (const page of this.#stack.slice(first).reverse()) this.#close(page)
    this.#reveal()
  }

  switchTab(url: string): void {
    const { route } = this.#checked(url)
    if (!this.#isTab(route)) throw new PlatformRefusal('can not switch to no-tabBar page')
    const open = this.#top?.instance.route
    if (open === route) return
    if (open !== undefined && this.#isTab(open)) this.#cover()
    for (const page of [...this.#stack].reverse()) {
      if (!this.#isTab(page.instance.route)) this.#close(page)
    }
    const kept = this.#tabPages.get(route)
    this.#stack = kept ? [kept] : []
    if (kept) this.#reveal()
    else this.#open({ route, query: {} })
  }

  reLaunch(url: string): void {
    const target = this.#checked(url)
    this.quit()
    this.#open(target)
  }

  /** Other words on the tab bar: WeChat does it on tab pages alone. */
  setTabText(index: number, text: string): void {
    const item = this.#tabs[index]
    const open = this.#top?.instance.route
    if (!item || open === undefined || !this.#isTab(open)) {
      throw new PlatformRefusal('not TabBar page')
    }
    item.text = text
    this.#screen.changed?.(open)
  }

  /** A tap on WeChat's own tab bar. */
  tapTab(text: string): void {
    const index = this.#tabs.findIndex((item) => item.text === text)
    const item = this.#tabs[index]
    if (!item) throw new PlatformRefusal(`no tab “${text}”`)
    this.switchTab(item.pagePath)
    this.#top?.instance.onTabItemTap?.({ index, pagePath: item.pagePath, text })
  }

  /** Leaves the app altogether. */
  quit(): void {
    for (const page of new Set([...this.#stack, ...this.#tabPages.values()])) this.#close(page)
  }

  get #top(): DrawnPage | undefined {
    return this.#stack.at(-1)
  }

  #isTab(route: string): boolean {
    return this.#tabs.some(({ pagePath }) => pagePath === route)
  }

  #checked(url: string): Target {
    const target = splitUrl(url)
    if (this.#known.has(target.route)) return target
    throw new PlatformRefusal(`page "${target.route}" is not found`)
  }

  #checkedPage(url: string): Target {
    const target = this.#checked(url)
    if (this.#isTab(target.route)) throw new PlatformRefusal('can not open a tabbar page')
    return target
  }

  #open({ route, query }: Target): void {
    const page = this.#screen.create(route)
    page.instance.route = route
    page.instance.options = query
    this.#stack.push(page)
    if (this.#isTab(route)) this.#tabPages.set(route, page)
    page.show()
    this.#screen.changed?.(route)
    page.instance.onLoad?.(query)
    page.instance.onShow?.()
    page.instance.onReady?.()
  }

  #reveal(): void {
    const page = this.#top
    if (!page) return
    page.show()
    this.#screen.changed?.(page.instance.route)
    page.instance.onShow?.()
  }

  #cover(): void {
    this.#top?.instance.onHide?.()
    this.#top?.hide()
  }

  #close(page: DrawnPage): void {
    page.instance.onUnload?.()
    page.destroy()
    this.#tabPages.delete(page.instance.route)
    this.#stack = this.#stack.filter((other) => other !== page)
  }
}
