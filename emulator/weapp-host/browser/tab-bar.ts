import type { Stack } from '../phone/stack'
import { assetUrl } from './assets'
import { compiledApp } from './compiled-app'

/** WeChat's native tab bar: shown on tab pages, tapped like one. */
export function createTabBar(place: HTMLElement, stack: () => Stack, isDark: boolean) {
  const config = compiledApp.json.app.tabBar
  const themed = (value: string) =>
    value.startsWith('@')
      ? (compiledApp.json.theme?.[isDark ? 'dark' : 'light'][value.slice(1)] ?? value)
      : value
  if (!config) return () => {}
  place.style.background = themed(config.backgroundColor)
  const items = config.list.map((tab) => {
    const item = document.createElement('div')
    item.setAttribute('role', 'tab')
    const icon = item.appendChild(document.createElement('img'))
    icon.alt = ''
    const words = item.appendChild(document.createElement('span'))
    item.addEventListener('click', () => stack().tapTab(tab.text))
    place.append(item)
    return { item, icon, words, tab }
  })
  return (route: string) => {
    const isTab = config.list.some(({ pagePath }) => pagePath === route)
    document.body.classList.toggle('has-tabs', isTab)
    for (const { item, icon, words, tab } of items) {
      words.textContent = tab.text
      const isOn = tab.pagePath === route
      item.setAttribute('aria-selected', String(isOn))
      item.style.color = themed(isOn ? config.selectedColor : config.color)
      icon.src = assetUrl(themed(isOn ? tab.selectedIconPath : tab.iconPath))
    }
  }
}
