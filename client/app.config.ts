import { mainPages, pathOf, preloadRule, subPackages, tabs } from './routes'
import theme from './theme.json'

const isWechat = process.env.TARO_ENV === 'weapp'

/**
 * A value of theme.json. WeChat resolves `@name` itself, for light and dark; the web build takes the
 * same colours from the style sheet's variables, and other values as they are for light.
 */
function themed(name: keyof typeof theme.light): string {
  if (isWechat) return `@${name}`
  return theme.light[name].startsWith('#') ? `var(--${cssName(name)})` : theme.light[name]
}

const cssName = (name: string) => (name === 'ink2' ? 'ink-2' : name)

export default defineAppConfig({
  pages: mainPages,
  subPackages,
  preloadRule,
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  // The web router hides the page below at the end of its slide, also when it has been returned to
  // meanwhile: a quick way back would lead to an empty window.
  ...(isWechat ? {} : { animation: false }),
  window: {
    // Pages draw their own header (components/Page): one look on both platforms, and dark mode and
    // the elder scale reach the title as well.
    navigationStyle: 'custom',
    navigationBarTitleText: '互助圈',
    navigationBarTextStyle: themed('barText') as 'black',
    navigationBarBackgroundColor: themed('paper'),
    backgroundColor: themed('paper'),
    backgroundTextStyle: themed('pullText') as 'dark',
  },
  tabBar: {
    color: themed('ink2'),
    selectedColor: themed('persimmon'),
    backgroundColor: themed('card'),
    borderStyle: themed('tabBorder') as 'black',
    list: tabs.map((tab) => ({
      pagePath: pathOf(tab.name),
      text: tab.text,
      iconPath: themed(`${tab.icon}Icon`),
      selectedIconPath: themed(`${tab.icon}IconOn`),
    })),
  },
})
