import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { cloudOverHttp, createPhone, type Phone } from '../../../emulator/weapp-host/phone/phone'
import type {
  AppConfig,
  DrawnPage,
  PageInstance,
  Session,
  TextStore,
} from '../../../emulator/weapp-host/phone/types'

/** The official compiler prints the whole output at once. */
const MAX_BUFFER = 64 << 20

type Registered = Record<string, unknown>
type Simulator = typeof globalThis & {
  Component(definition: object): unknown
  Page(definition: Registered): unknown
}

/** The app running under WeChat's component simulator; `page` is the top one's component tree. */
export interface SimulatedApp {
  phone: Phone
  page(): simulate.ExparserNode
  /** Tells a part of the top page what WeChat would tell it. */
  send(part: simulate.ExparserNode, event: string, detail: object): void
  /** Leaves the app: pages are unloaded and taken off the document. */
  quit(): void
}

/**
 * Boots the compiled app in `dist` for one person. Only one app runs at a time, because a
 * mini-program's code speaks to globals.
 */
export function bootApp(parts: {
  dist: string
  cloudUrl: string
  session: Session
  store: TextStore
}): SimulatedApp {
  const { dist, session } = parts
  const drawn = new Map<PageInstance, simulate.Rendered>()
  const load = pageLoader(dist)
  const config = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppConfig

  const create = (route: string): DrawnPage => {
    const { id, fields } = load(route)
    const rendered = simulate.render(id)
    const instance = Object.assign(rendered.instance as PageInstance, fields)
    rendered.attach(document.body)
    drawn.set(instance, rendered)
    return {
      instance,
      show: () => undefined,
      hide: () => undefined,
      destroy: () => {
        rendered.detach()
        drawn.delete(instance)
      },
    }
  }

  const phone = createPhone({
    config,
    session,
    screen: { create },
    cloud: cloudOverHttp(parts.cloudUrl, session.openid),
    store: parts.store,
    device: { width: 375, height: 812, statusBar: 24, isDark: () => false, fontSize: 17 },
  })
  const { wx, App, getApp, getCurrentPages } = phone
  Object.assign(globalThis, { wx, App, getApp, getCurrentPages })
  // The app's modules keep their state; another person's phone starts them anew.
  jest.resetModules()
  require(join(dist, 'app.js'))
  phone.launch()

  const top = () => {
    const instance = phone.getCurrentPages().at(-1)
    const rendered = instance && drawn.get(instance)
    if (!rendered) throw new Error('no page is open')
    return rendered
  }
  return {
    phone,
    page: () => top()._exparserNode,
    // The simulator finds parts by selectors alone and none that lie in Taro's own component.
    send: (part, event, detail) => top().dispatchEvent.call({ dom: part.$$ }, event, { detail }),
    quit: () => phone.stack.quit(),
  }
}

/** Loads each page of the app once, by the simulator and WeChat's own template compiler. */
function pageLoader(dist: string) {
  const pages = new Map<string, { id: string; fields: Registered }>()
  const options = {
    rootPath: dist,
    compiler: 'official' as const,
    compilerOptions: { maxBuffer: MAX_BUFFER },
  }
  let comp: string | undefined
  return (route: string) => {
    const known = pages.get(route)
    if (known) return known
    comp ??= simulate.load(join(dist, 'comp'), options)
    const fields: Registered = {}
    const global = globalThis as Simulator
    global.Page = (definition) => global.Component(asComponent(definition, fields))
    // Taro's own component is registered once for all pages; the simulator would ask for it anew.
    const id = simulate.load(join(dist, route), { ...options, usingComponents: { comp } })
    const page = { id, fields }
    pages.set(route, page)
    return page
  }
}

/** What `Page` was given, as a component; `fields` takes what belongs on the instance itself. */
function asComponent(definition: Registered, fields: Registered): object {
  const methods: Registered = {}
  for (const [name, value] of Object.entries(definition)) {
    if (typeof value === 'function') methods[name] = value
    else if (name !== 'data' && name !== 'options') fields[name] = value
  }
  return { data: definition.data, methods }
}
