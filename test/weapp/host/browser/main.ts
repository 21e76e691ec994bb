import { addGlobalErrorListener, globalOptions } from 'glass-easel'
import { findNamed, wordsOf } from '../../find'
import { cloudOverHttp, createPhone, type Phone } from '../../phone/phone'
import type { TextStore } from '../../phone/types'
import { compiledApp } from './compiled-app'
import { seenNow } from './find'
import type { HostHandle } from './handle'
import { createLoader } from './modules'
import { createScreen } from './screen'
import { createTabBar } from './tab-bar'

const params = new URLSearchParams(location.search)
const openid = params.get('user') ?? 'visitor'
const isDark = params.has('dark') || matchMedia('(prefers-color-scheme: dark)').matches
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
    session: { openid, group: params.get('group'), path: params.get('page') },
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
  })
  const load = createLoader(phone)
  const top = () => phone.getCurrentPages().at(-1)
  handle.route = () => top()?.route ?? ''
  document.addEventListener('weapp-share', () => {
    const card = top()?.onShareAppMessage?.({ from: 'button' })
    if (card) handle.shared = card
    else handle.problems.push(`${handle.route()}: a share button, but the page answers no card`)
  })
  load('app.js')
  phone.launch()
}

const handle: HostHandle = {
  route: () => '',
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
start()
