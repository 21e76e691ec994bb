import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { cssOf, withImports } from './styles'

/** The built-in components that the host draws; see browser/built-ins.ts. */
const BUILT_INS = new Set([
  'button',
  'image',
  'input',
  'picker',
  'scroll-view',
  'text',
  'textarea',
  'view',
])

/** Tags of the template language itself, and Taro's own component. */
const LANGUAGE = new Set(['template', 'import', 'include', 'wxs', 'block', 'slot', 'comp'])

/** What a module of a mini-program finds; a browser's globals are not among it. */
const GLOBALS =
  'require,module,exports,wx,App,Page,Component,Behavior,getApp,getCurrentPages,window,document'

const TAG = /<(\/?)([a-z][a-z-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g
const EVENT = /\b(bind|catch|capture-bind|capture-catch)(?=[a-z])([a-z]+)=/g

/**
 * The compiler's output, unchanged in content, as one script for the host: modules as functions,
 * templates by WeChat's open template compiler, styles as CSS, configuration as it is.
 */
export function compileApp(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.split('\\').join('/'),
  )
  const of = (extension: string) => files.filter((file) => file.endsWith(extension)).sort()
  const read = (file: string) => readFileSync(join(dist, file), 'utf8')
  const without = (file: string) => file.slice(0, -posix.extname(file).length)

  const attributes = new Map<string, Set<string>>()
  const group = new TmplGroup()
  for (const file of of('.wxs')) group.addScript(without(file), read(file))
  for (const file of of('.wxml')) {
    const faults = group.addTmpl(without(file), withOwnTags(read(file), file, attributes)) as {
      message?: string
    }[]
    const fault = faults[0]
    if (fault) throw new Error(`${file}: ${fault.message ?? JSON.stringify(fault)}`)
  }
  const modules = of('.js').map(
    (file) => `${JSON.stringify(file)}:function(${GLOBALS}){${read(file)}\n}`,
  )
  const json = Object.fromEntries(
    of('.json').map((file) => [without(file), JSON.parse(read(file))]),
  )
  const styles = Object.fromEntries(
    of('.wxss').map((file) => [without(file), cssOf(withImports(file, read), BUILT_INS)]),
  )
  const properties = Object.fromEntries([...attributes].map(([tag, names]) => [tag, [...names]]))
  return `globalThis.compiledApp={
json:${JSON.stringify(json)},
styles:${JSON.stringify(styles)},
properties:${JSON.stringify(properties)},
templates:${group.getTmplGenObjectGroups()},
modules:{${modules.join(',\n')}}}`
}

/**
 * The same template with built-in tags under the host's names, and events in the spelling that the
 * template compiler knows. Notes which attributes each built-in is given.
 */
function withOwnTags(wxml: string, file: string, attributes: Map<string, Set<string>>): string {
  return wxml.replace(TAG, (whole, slash: string, tag: string, given: string, end: string) => {
    if (LANGUAGE.has(tag)) return whole
    if (!BUILT_INS.has(tag))
      throw new Error(`${file}: the host has no <${tag}> (browser/built-ins.ts)`)
    const own = `wx-${tag}`
    const known = attributes.get(own) ?? new Set()
    attributes.set(own, known)
    for (const [, name = ''] of given.matchAll(/\s([\w:-]+)=/g)) {
      if (!/^(bind|catch|capture|data-|wx:|id$|class$|style$)/.test(name))
        known.add(camelCase(name))
    }
    return `<${slash}${own}${given.replace(EVENT, '$1:$2=')}${end}>`
  })
}

const camelCase = (name: string) =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
