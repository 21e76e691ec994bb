import { posix } from 'node:path'
import postcss, { type Rule } from 'postcss'

/** WeChat's window is 750 rpx wide; here it is as wide as the viewport. */
const RPX_PER_WINDOW = 750

/** Page heights: the host's style sheet says what is left above the tab bar. */
const PAGE_HEIGHT = 'var(--window-height)'

const IMPORT = /@import\s*["']([^"']+)["'];?/g
const LENGTH = /(-?\d*\.?\d+)(rpx|vh)\b/g
/** A type selector: a name that no class, id, attribute or pseudo mark stands before. */
const TYPE = /(^|[\s>+~,(])([a-z][a-z-]*)(?=$|[\s>+~,.:#[)])/g

/**
 * A style sheet of the compiled app with what it imports, by its path without a leading slash.
 */
export function withImports(file: string, read: (file: string) => string): string {
  return read(file).replace(IMPORT, (_, name: string) =>
    withImports(posix.join(posix.dirname(file), name), read),
  )
}

/**
 * WXSS as a browser's CSS: `rpx` becomes a share of the window, `vh` one of the page, and `page` and
 * the built-in tags take the names under which the host draws them.
 */
export function cssOf(wxss: string, builtIns: ReadonlySet<string>): string {
  const root = postcss.parse(wxss)
  root.walkDecls((decl) => {
    decl.value = decl.value.replace(LENGTH, (_, number: string, unit: string) =>
      unit === 'rpx'
        ? `${(Number(number) * 100) / RPX_PER_WINDOW}vw`
        : `calc(${PAGE_HEIGHT} * ${Number(number) / 100})`,
    )
  })
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selector = rule.selector.replace(TYPE, (whole, before: string, name: string) =>
      name === 'page' || builtIns.has(name) ? `${before}wx-${name}` : whole,
    )
  })
  return root.toString()
}

const isKeyframe = ({ parent }: Rule) =>
  parent?.type === 'atrule' && 'name' in parent && /keyframes$/.test(String(parent.name))
