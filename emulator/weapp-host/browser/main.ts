import { addGlobalErrorListener, globalOptions } from 'glass-easel'
import { findNamed, wordsOf } from '../find'
import { cloudOverHttp, createPhone, type Phone } from '../phone/phone'
import type { Dialogues, Drawing, TextStore } from '../phone/types'
import { compiledApp, compileFailure } from './compiled-app'
import { ask, isInConsole, tell } from './console'
import { seenNow } from './find'
import type { HostHandle } from './handle'
import { createLoader } from './modules'
import { createScreen } from './screen'
import { createTabBar } from './tab-bar'

const params = new URLSearchParams(location.search)
const openid = params.get('user') ?? 'visitor'
const isDark =
  params.has('dark') || (!params.has('light') && matchMedia('(prefers-color-scheme: dark)').matches)
const place = (id: string) => document.getElementById(id) as HTMLElement

/** Each person's storage is apart, as on phones of their own. */
function storeOf(person: string): TextStore {
  const prefix = `weapp:${person}:`
  return {
    get: (key) => localStorage.getItem(prefix + key) ?? undefined,
    set: (key, value) => localStorage.setItem(prefix + key, value),
    delete: (key) => localStorage.removeItem(prefix + key),
    keys: () =>
      Object.keys(localStorage).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      ),
  }
}

function start() {
  globalOptions.writeIdToDOM = true
  const style = document.createElement('style')
  style.textContent = compiledApp.styles.app ?? ''
  document.head.append(style)

  const tabBar = createTabBar(place('tabs'), () => phone.stack, isDark)
  const screen = createScreen(place('pages'), (file, by) => load(file, by))
  const phone: Phone = createPhone({
    config: compiledApp.json.app,
    session: {
      openid,
      group: params.get('group'),
      path: params.get('page'),
      ...(params.has('scene') ? { scene: Number(params.get('scene')) } : {}),
    },
    screen: { ...screen, changed: tabBar },
    cloud: cloudOverHttp('', openid),
    store: storeOf(openid),
    device: {
      width: innerWidth,
      height: innerHeight,
      statusBar: 24,
      isDark: () => isDark,
      fontSize: Number(params.get('font') ?? 17),
    },
    drawing,
    ...(isInConsole ? { dialogues } : {}),
  })
  const load = createLoader(phone)
  const top = () => phone.getCurrentPages().at(-1)
  handle.route = () => top()?.route ?? ''
  handle.address = () => {
    const query = Object.entries(top()?.options ?? {}).map(([name, value]) => `${name}=${value}`)
    return `${handle.route()}${query.length > 0 ? `?${query.join('&')}` : ''}`
  }
  const share = (from: 'button' | 'menu') => {
    const card = top()?.onShareAppMessage?.({ from })
    if (card) {
      handle.shared = card
      const { title, path = handle.route(), imageUrl } = card
      tell({ type: 'share', title, path, imageUrl, activityId: phone.shareMenu.activityId })
    } else if (from === 'button') {
      handle.problems.push(`${handle.route()}: a share button, but the page answers no card`)
    }
  }
  document.addEventListener('weapp-share', () => share('button'))
  addEventListener('message', ({ data, source }) => {
    if (source === parent && data?.type === 'share-menu') share('menu')
  })
  load('app.js')
  phone.launch()
}

/** What WeChat asks the person, asked by the console. */
const dialogues: Dialogues = {
  subscribe: (templates) => ask('subscribe', { templates }) as Promise<Record<string, string>>,
  scan: () => ask('scan') as ReturnType<Dialogues['scan']>,
}

/** A file on a phone is an address that holds the picture whole here. */
const drawing: Drawing = {
  canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  save: (canvas) => (canvas as HTMLCanvasElement).toDataURL('image/png'),
}

const handle: HostHandle = {
  route: () => '',
  address: () => '',
  find: (name, within) => findNamed(seenNow(), name, within)?.element ?? null,
  shows: (text) => seenNow().some((seen) => seen.text.includes(text)),
  words: () => wordsOf(seenNow()),
  shared: null,
  problems: [],
}
Object.assign(globalThis, { weapp: handle })
addGlobalErrorListener((error: unknown) => {
  handle.problems.push(String(error instanceof Error ? error.stack : error))
})
const print = console.error
console.error = (...said: unknown[]) => {
  handle.problems.push(said.map(String).join(' '))
  print(...said)
}
addEventListener('error', ({ message, error }) => handle.problems.push(error?.stack ?? message))
addEventListener('unhandledrejection', ({ reason }) =>
  handle.problems.push(`unhandled: ${reason?.stack ?? JSON.stringify(reason)}`),
)
if (compileFailure === undefined) start()
else place('pages').textContent = compileFailure
