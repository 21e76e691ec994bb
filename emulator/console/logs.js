import { ask } from './api.js'
import { h, select, timeText } from './dom.js'
import { drawer, page, watching } from './page.js'
import { readPeople } from './people.js'

const EVERY_MS = 1500
const LINES_MAX = 1000
const LEVELS = [
  ['', '所有级别'],
  ['error', '错误'],
  ['warn', '警告及以上'],
  ['log', '不含调试'],
]
const WEIGHTS = { failed: 3, error: 3, warn: 2, log: 1, info: 1, debug: 0 }
const LEAST = { '': 0, error: 3, warn: 2, log: 1 }

/** What functions print, and how calls failed, as it happens. */
export function showLogs(panel) {
  const words = h('input', {
    type: 'search',
    class: 'input',
    placeholder: '函数、人或文字',
    'aria-label': '筛选日志',
    oninput: () => draw(),
  })
  const level = select(LEVELS, { 'aria-label': '级别', onchange: () => draw() })
  const follow = h('input', { type: 'checkbox', checked: true })
  const { body, told, attempt } = page(
    panel,
    '日志',
    h('label', { class: 'check' }, follow, '跟着最新的走'),
    level,
    words,
  )
  const place = h('ol', { class: 'lines', 'aria-label': '日志', tabindex: 0 })
  body.append(place)
  const redraw = drawer(place)
  const names = new Map()
  let lines = []

  const read = () =>
    attempt(async () => {
      if (names.size === 0)
        for (const { openid, name } of (await readPeople()).people) names.set(openid, name)
      lines = (await ask(`logs?limit=${LINES_MAX}`)).lines
      draw()
    })

  function draw() {
    const wanted = words.value.trim().toLowerCase()
    const least = LEAST[level.value]
    const found = lines.filter(
      (line) => (WEIGHTS[line.level] ?? 1) >= least && wordsOf(line).includes(wanted),
    )
    told.textContent = lines.length === 0 ? '' : `${found.length} / ${lines.length} 行`
    redraw([wanted, least, found.map(({ id }) => id)], () =>
      found.length > 0
        ? found.map(lineView)
        : h(
            'li',
            { class: 'empty' },
            lines.length > 0
              ? '没有符合的行。'
              : '还没有日志：云函数里的 console.log 会出现在这里，失败的调用也会。',
          ),
    )
    if (follow.checked) body.scrollTop = body.scrollHeight
  }

  const nameOf = ({ openid }) => (openid === null ? '' : (names.get(openid) ?? openid))
  const wordsOf = (line) =>
    `${callOf(line)} ${nameOf(line)} ${line.level} ${line.text}`.toLowerCase()

  const lineView = (line) =>
    h(
      'li',
      { class: `line ${line.level}` },
      h('time', {}, timeText(line.at)),
      h('code', { class: 'from', title: line.requestId }, callOf(line)),
      h('span', { class: 'note' }, nameOf(line)),
      h('pre', {}, line.level === 'failed' ? `失败：${line.text}` : wordsIn(line.text)),
    )

  return watching(read, EVERY_MS)
}

/** What a structured log says again, because the line already shows it. */
const KNOWN = new Set(['level', 'at', 'time', 'timestamp', 'requestId'])

/** A line of a structured log as names and values; any other as it is. */
function wordsIn(text) {
  if (!text.startsWith('{')) return text
  try {
    const fields = Object.entries(JSON.parse(text)).filter(([name]) => !KNOWN.has(name))
    return fields.flatMap(([name, value]) => [
      h('span', { class: 'json-key' }, name),
      ` ${typeof value === 'string' ? value : JSON.stringify(value)}   `,
    ])
  } catch {
    return text
  }
}

const callOf = ({ function: name, action }) => (action ? `${name}.${action}` : name)
