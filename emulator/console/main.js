import { servedApps } from './api.js'
import { showCalls } from './calls.js'
import { showClock } from './clock.js'
import { showCollections } from './collections.js'
import { h } from './dom.js'
import { showFaults } from './faults.js'
import { showIndexes } from './indexes.js'
import { showLogs } from './logs.js'
import { showPreview } from './preview.js'
import { showState } from './state.js'
import { showStorage } from './storage.js'
import { showTimers } from './timers.js'
import { showWechat } from './wechat.js'

const TABS = [
  { id: 'preview', title: '群聊与手机', show: showPreview },
  { id: 'collections', title: '集合', show: showCollections },
  { id: 'indexes', title: '索引', show: showIndexes },
  { id: 'calls', title: '调用', show: showCalls },
  { id: 'logs', title: '日志', show: showLogs },
  { id: 'wechat', title: '微信', show: showWechat },
  { id: 'storage', title: '存储', show: showStorage },
  { id: 'timers', title: '定时', show: showTimers },
  { id: 'faults', title: '故障', show: showFaults },
  { id: 'clock', title: '时钟', show: showClock },
]

const bar = document.querySelector('.tabs')
const buttons = TABS.map(({ id, title }) =>
  h(
    'button',
    { id: `tab-${id}`, role: 'tab', 'aria-controls': id, onclick: () => open(id) },
    title,
  ),
)
bar.append(...buttons)
document.querySelector('.address').textContent = window.location.host
showState(document.querySelector('.states'), (id) => open(id, true))

/** What each tab that was opened does when it is shown again, and when it is hidden. */
const shown = new Map()
let current

function open(id, moveFocus = false) {
  if (current === id) return
  shown.get(current)?.leave?.()
  current = id
  for (const [at, tab] of TABS.entries()) {
    const isOpen = tab.id === id
    document.getElementById(tab.id).hidden = !isOpen
    buttons[at].setAttribute('aria-selected', String(isOpen))
    buttons[at].tabIndex = isOpen ? 0 : -1
    if (isOpen && moveFocus) buttons[at].focus()
  }
  const panel = document.getElementById(id)
  if (!shown.has(id)) shown.set(id, TABS.find((tab) => tab.id === id).show(panel))
  else shown.get(id).enter?.()
  window.history.replaceState(null, '', `#${id}`)
}

bar.addEventListener('keydown', (event) => {
  const at = TABS.findIndex((tab) => tab.id === current)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  open(TABS[(to + TABS.length) % TABS.length].id, true)
})

/** The tab that the address names, if it is one. */
const named = () => TABS.find(({ id }) => id === window.location.hash.slice(1))?.id
window.addEventListener('hashchange', () => {
  const wanted = named()
  if (wanted) open(wanted)
})

const wanted = named()
if (wanted) open(wanted)
else open((await servedApps()).length > 0 ? 'preview' : 'collections')
