import { h, timeText } from './dom.js'
import { table } from './page.js'

/** What functions asked of WeChat, newest first, and what it answered. */
export function callsView({ calls }) {
  return table(
    CALLS,
    calls
      .slice(0, CALLS_SHOWN)
      .map(({ at, api, function: name, request, outcome }) => [
        still(timeText(at, true)),
        still(h('code', {}, api)),
        still(name || '控制台'),
        h('code', { class: 'brief', title: textOf(request) }, textOf(request)),
        outcomeOf(outcome),
      ]),
    '还没有调用。云函数用 callWxOpenApi 检查内容、发消息、做小程序码时，每一次都列在这里。',
  )
}

/** Messages that WeChat sends to functions by itself, such as the verdict on a picture. */
export function pushesView({ pushes }, onDeliver) {
  const waits = pushes.some(({ status }) => status === 'waiting')
  const now = h('button', { class: 'plain', disabled: !waits, onclick: onDeliver }, '现在全部送达')
  return [
    h(
      'div',
      { class: 'row spread' },
      h(
        'p',
        { class: 'told' },
        '图片检查的结论不在回答里：微信过一会儿才推给云函数。到点自己送达，失败会再送。',
      ),
      now,
    ),
    table(
      PUSHES,
      [...pushes]
        .reverse()
        .map(({ dueAtMs, attempts, status, function: name, event }) => [
          still(timeText(dueAtMs, true)),
          h('code', {}, event.Event ?? event.MsgType ?? ''),
          name ?? '—',
          h('code', { class: 'brief', title: textOf(event) }, textOf(event)),
          attempts,
          h('span', { class: `tag ${STATUS[status][1]}` }, STATUS[status][0]),
        ]),
      '还没有推送。',
    ),
  ]
}

const CALLS_SHOWN = 200
const CALLS = [['时间'], ['接口'], ['函数'], ['请求'], ['回答']]
const PUSHES = [['应送达'], ['事件'], ['函数'], ['内容'], ['送了几次', true], ['状态']]
const STATUS = {
  waiting: ['等着', 'amber'],
  delivered: ['送到了', 'jade'],
  failed: ['没送到', 'crimson'],
  nobody: ['没有函数要', 'crimson'],
}

/** What is read as a whole keeps its line; what is long gives way. */
const still = (content) => h('span', { class: 'still' }, content)
const textOf = (value) => JSON.stringify(value)

/** A reply, or the word for something that is none: a picture, no answer, a code of the cloud's own. */
function outcomeOf(outcome) {
  if (outcome === 'picture') return h('span', { class: 'tag jade' }, '图片')
  if (outcome === 'lost') return h('span', { class: 'tag crimson' }, '没有回音')
  if (typeof outcome === 'string') return h('span', { class: 'tag crimson' }, outcome)
  const { errcode = 0, errmsg = '', result } = outcome ?? {}
  if (errcode !== 0) return [h('span', { class: 'tag crimson' }, errcode), ` ${errmsg}`]
  const verdict = result?.suggest
  const tone = verdict === undefined || verdict === 'pass' ? 'jade' : 'amber'
  return h('span', { class: `tag ${tone}` }, verdict ?? '完成')
}
