import type { AppConfig, DrawnPage, PageInstance, Query, Screen } from './types'

/** WeChat refuses to stack more. */
const STACK_MAX = 10

/** What the platform answers instead of opening a page; becomes `errMsg`. */
export class PlatformRefusal extends Error {}

/** `/packages/a/b?x=1` or the same without slash → the page's route and its undecoded parameters. */
export function splitUrl(url: string): { route: string; query: Query } {
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
export function createStack(config: AppConfig, screen: Screen) {
  const known = new Set(routesOf(config))
  const tabRoutes = config.tabBar?.list.map(({ pagePath }) => pagePath) ?? []
  const tabPages = new Map<string, DrawnPage>()
  let stack: DrawnPage[] = []

  const top = () => stack.at(-1)
  const isTab = (route: string) => tabRoutes.includes(route)

  function open(route: string, query: Query): DrawnPage {
    const page = screen.create(route)
    page.instance.route = route
    page.instance.options = query
    stack.push(page)
    if (isTab(route)) tabPages.set(route, page)
    page.show()
    screen.changed?.(route)
    page.instance.onLoad?.(query)
    page.instance.onShow?.()
    page.instance.onReady?.()
    return page
  }

  function reveal() {
    const page = top()
    if (!page) return
    page.show()
    screen.changed?.(page.instance.route)
    page.instance.onShow?.()
  }

  function cover() {
    const page = top()
    page?.instance.onHide?.()
    page?.hide()
  }

  function close(page: DrawnPage) {
    page.instance.onUnload?.()
    page.destroy()
    tabPages.delete(page.instance.route)
    stack = stack.filter((other) => other !== page)
  }

  function checked(url: string): { route: string; query: Query } {
    const target = splitUrl(url)
    if (!known.has(target.route)) throw new PlatformRefusal(`page "${target.route}" is not found`)
    return target
  }

  function checkedPage(url: string) {
    const target = checked(url)
    if (isTab(target.route)) throw new PlatformRefusal('can not open a tabbar page')
    return target
  }

  function closeAll() {
    for (const page of new Set([...stack, ...tabPages.values()])) close(page)
  }

  function switchTab(url: string) {
    const { route } = checked(url)
    if (!isTab(route)) throw new PlatformRefusal('can not switch to no-tabBar page')
    if (top()?.instance.route === route) return
    if (top() && isTab(top()?.instance.route ?? '')) cover()
    for (const page of [...stack].reverse()) if (!isTab(page.instance.route)) close(page)
    const kept = tabPages.get(route)
    stack = kept ? [kept] : []
    if (kept) reveal()
    else open(route, {})
  }

  return {
    pages: (): PageInstance[] => stack.map(({ instance }) => instance),

    navigateTo(url: string) {
      const { route, query } = checkedPage(url)
      if (stack.length >= STACK_MAX) throw new PlatformRefusal('webview count limit exceed')
      cover()
      open(route, query)
    },

    redirectTo(url: string) {
      const { route, query } = checkedPage(url)
      const before = top()
      if (before) close(before)
      open(route, query)
    },

    navigateBack(delta: number) {
      if (stack.length < 2) throw new PlatformRefusal('cannot navigate back at first page')
      for (const page of stack.slice(Math.max(1, stack.length - delta)).reverse()) close(page)
      reveal()
    },

    switchTab,

    reLaunch(url: string) {
      const { route, query } = checked(url)
      closeAll()
      open(route, query)
    },

    /** A tap on WeChat's own tab bar. */
    tapTab(text: string) {
      const index = config.tabBar?.list.findIndex((item) => item.text === text) ?? -1
      const item = config.tabBar?.list[index]
      if (!item) throw new PlatformRefusal(`no tab “${text}”`)
      switchTab(item.pagePath)
      top()?.instance.onTabItemTap?.({ index, pagePath: item.pagePath, text })
    },

    /** Leaves the app altogether. */
    quit: closeAll,
  }
}

export type Stack = ReturnType<typeof createStack>
