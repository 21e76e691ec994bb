import { ask } from './api.js'
import { timeLine } from './call-time-line.js'
import { h, problem } from './dom.js'
import { watching } from './page.js'

const EVERY_MS = 1500
const KEPT = 200

/** The latest calls of functions: how long they took, what they asked of the database, how they ended. */
export function showCalls(panel) {
  const body = h('tbody')
  const told = h('p', { class: 'told', role: 'status' })
  const filter = h('input', {
    type: 'search',
    class: 'input',
    placeholder: '按函数、人或结果筛选',
    'aria-label': '按函数、人或结果筛选',
    oninput: () => draw(),
  })
  panel.replaceChildren(
    h(
      'div',
      { class: 'content' },
      h(
        'header',
        { class: 'content-head' },
        h('h2', {}, '函数调用'),
        told,
        h('div', { class: 'tools' }, filter),
      ),
      h('div', { class: 'scroll' }, tableOf(body)),
    ),
  )

  const names = new Map()
  const opened = new Set()
  let calls = []
  let drawn = ''

  async function read() {
    try {
      if (names.size === 0) {
        for (const { openid, name } of (await ask('people')).users) names.set(openid, name)
      }
      calls = (await ask(`calls?limit=${KEPT}`)).calls
      draw()
    } catch (error) {
      body.replaceChildren(h('tr', {}, h('td', { colspan: COLUMNS.length }, problem(error))))
      drawn = ''
    }
  }

  /** Draws only when something changed: a row that is being read must not move. */
  function draw() {
    const wanted = filter.value.trim().toLowerCase()
    const found = calls.filter((call) => wordsOf(call).toLowerCase().includes(wanted))
    const now = JSON.stringify([wanted, found.map(({ requestId, status }) => [requestId, status])])
    if (now === drawn) return
    drawn = now
    told.textContent = wanted
      ? `${found.length} / ${calls.length} 次符合`
      : `最近 ${calls.length} 次`
    const focused = document.activeElement?.closest?.('tr')?.dataset.request
    body.replaceChildren(...found.flatMap((call) => rowsOf(call, nameOf(call), opened)))
    if (found.length === 0) {
      const text = wanted ? '没有符合的调用。' : '还没有调用：在手机里点一点，这里就会出现。'
      body.append(h('tr', {}, h('td', { colspan: COLUMNS.length, class: 'empty' }, text)))
    }
    if (focused) body.querySelector(`[data-request="${focused}"] button`)?.focus()
  }

  const nameOf = ({ openid }) => (openid === null ? '—' : (names.get(openid) ?? openid))
  const wordsOf = (call) => `${titleOf(call)} ${nameOf(call)} ${resultOf(call)}`

  return watching(read, EVERY_MS)
}

const tableOf = (body) =>
  h(
    'table',
    { class: 'calls' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        COLUMNS.map(([title, why]) => h('th', { scope: 'col', title: why }, title)),
      ),
    ),
    body,
  )

/** A call's line and, below it, its details; `opened` holds the calls whose details are open. */
function rowsOf(call, who, opened) {
  const detail = h('tr', { class: 'detail', hidden: !opened.has(call.requestId) })
  const fill = () => detail.replaceChildren(h('td', { colspan: COLUMNS.length }, timeLine(call)))
  if (opened.has(call.requestId)) fill()
  const toggle = h(
    'button',
    { class: 'open', 'aria-expanded': String(opened.has(call.requestId)) },
    titleOf(call),
  )
  toggle.addEventListener('click', () => {
    detail.hidden = !detail.hidden
    toggle.setAttribute('aria-expanded', String(!detail.hidden))
    if (detail.hidden) opened.delete(call.requestId)
    else {
      opened.add(call.requestId)
      fill()
    }
  })
  const cells = [
    clock(call.startedAt),
    toggle,
    who,
    h('span', { class: 'number' }, call.ms.toFixed(1)),
    h('span', { class: 'number' }, call.dbCalls),
    h('span', { class: 'number' }, call.steps),
    h('span', { class: call.cold ? 'tag amber' : 'tag' }, call.cold ? '冷' : '热'),
    h('span', { class: call.status === 'failed' ? 'tag crimson' : 'tag jade' }, resultOf(call)),
  ]
  const row = h(
    'tr',
    { 'data-request': call.requestId },
    cells.map((cell) => h('td', {}, cell)),
  )
  return [row, detail]
}

const COLUMNS = [
  ['时间', '调用开始的时刻'],
  ['函数', '点开看数据库调用的时间线'],
  ['谁', '模拟的微信用户；定时器没有用户'],
  ['毫秒', '从收到到回答'],
  ['库', '数据库调用次数'],
  ['步', '一个等一个的数据库调用有几步'],
  ['启动', '冷：新开了一个运行环境'],
  ['结果', '函数自己的失败；业务上的拒绝也算完成'],
]

const titleOf = (call) =>
  call.event?.action ? `${call.function}.${call.event.action}` : call.function

function resultOf({ status, code }) {
  if (status === 'failed') return `失败 ${code ?? ''}`.trim()
  return { waiting: '排队', running: '运行中', ok: '完成' }[status]
}

const clock = (at) => new Date(at).toLocaleTimeString('zh-CN', { hour12: false })
