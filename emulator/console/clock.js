import { ask, send } from './api.js'
import { field, h } from './dom.js'
import { page, watching } from './page.js'

const EVERY_MS = 1000
const STEPS = [
  ['−1 天', -86_400_000],
  ['−1 小时', -3_600_000],
  ['＋10 分钟', 600_000],
  ['＋1 小时', 3_600_000],
  ['＋1 天', 86_400_000],
  ['＋7 天', 604_800_000],
]

/** The cloud's clock: what it shows, moving it, stopping it, setting it right again. */
export function showClock(panel) {
  const { body, attempt } = page(panel, '时钟')
  const face = h('p', { class: 'clock-face', role: 'timer' })
  const told = h('p', { class: 'told', role: 'status' })
  const at = h('input', { class: 'input', type: 'datetime-local', step: 1, required: true })
  const stop = h('button', { class: 'plain', onclick: () => change({ isFrozen: !clock.isFrozen }) })
  let clock = { offsetMs: 0, now: '', isFrozen: false }

  const read = () => attempt(async () => show(await ask('clock')))
  const change = (body) => attempt(async () => show(await send('POST', 'clock', body)))

  function show(now) {
    clock = now
    face.textContent = new Date(clock.now).toLocaleString('zh-CN', { hour12: false })
    told.textContent = `${clock.isFrozen ? '停住了；' : ''}${offsetText(Date.parse(clock.now) - Date.now())}`
    stop.textContent = clock.isFrozen ? '让它走' : '停住'
  }

  const form = h(
    'form',
    { class: 'row' },
    field('到这个时刻', at),
    h('button', { class: 'plain' }, '拨过去'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void change({ offsetMs: Math.round(new Date(at.value).getTime() - Date.now()) })
  })
  body.append(
    h(
      'div',
      { class: 'panel clock' },
      face,
      told,
      h(
        'div',
        { class: 'row' },
        STEPS.map(([text, ms]) =>
          h(
            'button',
            {
              class: 'plain',
              onclick: () =>
                change({ offsetMs: Math.round(Date.parse(clock.now) - Date.now()) + ms }),
            },
            text,
          ),
        ),
      ),
      form,
      h(
        'div',
        { class: 'row' },
        stop,
        h(
          'button',
          { class: 'plain', onclick: () => change({ isFrozen: false, offsetMs: 0 }) },
          '恢复成真实时间',
        ),
      ),
      h(
        'p',
        { class: 'told' },
        '云函数自己的 Date、serverDate、事务、定时触发器、群凭证、临时地址和微信的期限都跟着它走。往前拨过一个触发时刻，定时触发器会触发一次。停住的时候，事务不会过期。',
      ),
    ),
  )
  return watching(read, EVERY_MS)
}

/** How far the cloud's clock is from this computer's, in days, hours, minutes and seconds. */
export function offsetText(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000)
  if (seconds < 2) return '和真实时间一样'
  const parts = [
    [Math.floor(seconds / 86_400), '天'],
    [Math.floor(seconds / 3600) % 24, '小时'],
    [Math.floor(seconds / 60) % 60, '分'],
    [seconds % 60, '秒'],
  ]
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return `比真实时间${ms > 0 ? '快' : '慢'} ${words.join(' ')}`
}
