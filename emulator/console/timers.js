import { ask, send } from './api.js'
import { h, icon, timeText } from './dom.js'
import { drawer, page, table, watching } from './page.js'

const EVERY_MS = 2000

/** Timers of the functions: when they are due, how they ended last, and one at once. */
export function showTimers(panel) {
  const { body, told, attempt } = page(panel, '定时触发器')
  const redraw = drawer(body)
  const running = new Set()

  const read = () =>
    attempt(async () => {
      const [{ timers }, { now }] = await Promise.all([ask('timers'), ask('clock')])
      told.textContent = timers.length === 0 ? '' : `云里现在是 ${timeText(now, true)}`
      const rows = timers.map((timer) => ({
        ...timer,
        until: untilText(timer.next, now),
        isRunning: running.has(keyOf(timer)),
      }))
      redraw(rows, () =>
        table(
          COLUMNS,
          rows.map(rowOf),
          '没有定时触发器：在云函数的 config.json 里写 {"triggers": [{"name": "nightly", "type": "timer", "config": "0 0 3 * * * *"}]}。',
        ),
      )
    })

  const rowOf = (timer) => [
    h('strong', {}, timer.function),
    timer.name,
    h('code', {}, timer.config),
    timer.next
      ? [timeText(timer.next, true), h('div', { class: 'note' }, timer.until)]
      : h('span', { class: 'tag crimson' }, '写法不对，不会触发'),
    resultOf(timer.last),
    h(
      'button',
      {
        class: 'plain small-button',
        disabled: timer.isRunning,
        'aria-label': `现在触发 ${timer.function} 的 ${timer.name}`,
        onclick: () => fire(timer),
      },
      icon('play'),
      timer.isRunning ? '运行中' : '现在触发',
    ),
  ]

  async function fire(timer) {
    running.add(keyOf(timer))
    const fired = attempt(() =>
      send('POST', 'timers/fire', { function: timer.function, name: timer.name }),
    )
    await read()
    await fired
    running.delete(keyOf(timer))
    await read()
  }

  return watching(read, EVERY_MS)
}

const COLUMNS = [['函数'], ['触发器'], ['七段式（UTC+8）'], ['下一次'], ['上一次'], ['']]

const keyOf = ({ function: name, name: timer }) => `${name} ${timer}`

function resultOf(last) {
  if (last === null) return h('span', { class: 'note' }, '启动以来还没有')
  return [
    h('span', { class: last.isOk ? 'tag jade' : 'tag crimson' }, last.isOk ? '完成' : '失败'),
    ` ${timeText(last.at, true)} · ${last.ms.toFixed(0)} 毫秒`,
    last.message ? h('div', { class: 'note' }, last.message.split('\n')[0]) : null,
  ].filter(Boolean)
}

function untilText(next, now) {
  const minutes = Math.round((Date.parse(next) - Date.parse(now)) / 60_000)
  if (!Number.isFinite(minutes)) return ''
  if (minutes < 1) return '不到一分钟'
  if (minutes < 120) return `${minutes} 分钟后`
  return minutes < 2880
    ? `${Math.round(minutes / 60)} 小时后`
    : `${Math.round(minutes / 1440)} 天后`
}
