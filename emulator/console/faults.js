import { ask, send } from './api.js'
import { field, h, icon, select } from './dom.js'
import { drawer, page, table, watching } from './page.js'
import { readPeople } from './people.js'

const EVERY_MS = 2000

/** Trouble on purpose: at one point of a call, drawn from a seed, or from WeChat. */
export function showFaults(panel) {
  const clear = h(
    'button',
    { class: 'plain', onclick: () => clearAll() },
    icon('trash'),
    '全部清除',
  )
  const { body, told, attempt } = page(panel, '故障', clear)
  const forms = h('div')
  const lists = h('div')
  body.append(h('div', { class: 'panels' }, forms, lists))
  const redraw = drawer(lists)

  const read = () =>
    attempt(async () => {
      if (forms.childElementCount === 0) await drawForms(forms, change)
      const [{ faults }, chaos, { answers }] = await Promise.all(SOURCES.map(ask))
      const isQuiet = faults.length + answers.length === 0 && chaos.options === null
      told.textContent = isQuiet ? '一切如常' : '有人为的故障'
      redraw([faults, chaos, answers], () => [
        h('h3', { class: 'part' }, '等着的故障'),
        faultsTable(faults, change),
        h('h3', { class: 'part' }, '随机的麻烦'),
        chaosView(chaos),
        h('h3', { class: 'part' }, '微信的回答'),
        answersTable(answers, change),
      ])
    })
  const change = async (method, path, value) => {
    await attempt(() => send(method, path, value))
    await read()
  }
  async function clearAll() {
    await attempt(() => Promise.all(SOURCES.map((path) => send('DELETE', path))))
    await read()
  }

  return watching(read, EVERY_MS)
}

const SOURCES = ['faults', 'chaos', 'wechat/answers']

async function drawForms(place, change) {
  const [{ functions }, { people }] = await Promise.all([ask('functions'), readPeople()])
  const who = [['', '所有人'], ...people.map(({ openid, name }) => [openid, name])]
  const names = functions.map(({ name }) => [name, name])
  place.replaceChildren(faultForm(names, who, change), chaosForm(change), answerForm(who, change))
}

function faultsTable(faults, change) {
  const rows = faults.map((one) => [
    one.function,
    one.openid ?? '所有人',
    `${one.side === 'before' ? '之前' : '之后'}，第 ${one.call} 次库调用`,
    EFFECTS[one.effect],
    one.remaining,
    one.fired,
    remover(`faults?id=${one.id}`, '故障', change),
  ])
  const otherwise = '没有。在左边选一个函数和一个时刻，它的下一次调用就会在那里出事。'
  return table(FAULTS, rows, otherwise)
}

function answersTable(answers, change) {
  const rows = answers.map((one) => [
    h('code', {}, one.api),
    one.openid ?? '所有人',
    answerText(one),
    one.remaining === 'always' ? '一直' : one.remaining,
    one.used,
    remover(`wechat/answers?id=${one.id}`, '回答', change),
  ])
  return table(ANSWERS, rows, '没有安排：微信的接口照常回答。')
}

const remover = (path, what, change) =>
  h(
    'button',
    {
      class: 'plain small-button',
      'aria-label': `取消这个${what}`,
      onclick: () => change('DELETE', path),
    },
    '取消',
  )

const EFFECTS = { fail: '回答错误', lose: '没有回音', kill: '函数的进程没了' }
const FAULTS = [
  ['函数'],
  ['谁'],
  ['什么时候'],
  ['出什么事'],
  ['还剩', true],
  ['发生了', true],
  [''],
]
const ANSWERS = [['接口'], ['谁'], ['怎样回答'], ['还剩', true], ['用了', true], ['']]

const number = (value, attributes = {}) =>
  h('input', { class: 'input', type: 'number', min: 0, value, ...attributes })

/** A form that sends `read()` and keeps what was chosen, for the next one. */
function form(title, text, verb, fields, onSubmit) {
  const element = h(
    'form',
    { class: 'panel' },
    h('h3', {}, title),
    h('p', { class: 'told' }, text),
    h('div', { class: 'fields' }, fields),
    h('div', {}, h('button', { class: 'plain main' }, verb)),
  )
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    onSubmit()
  })
  return element
}

function faultForm(names, who, change) {
  const [name, person] = [select(names), select(who)]
  const side = select([
    ['before', '之前'],
    ['after', '之后'],
  ])
  const effect = select(Object.entries(EFFECTS))
  const [call, times] = [number(1, { min: 1 }), number(1, { min: 1 })]
  const send = () =>
    change('POST', 'faults', {
      function: name.value,
      call: Number(call.value),
      side: side.value,
      effect: effect.value,
      times: Number(times.value),
      ...(person.value ? { openid: person.value } : {}),
    })
  return form(
    '在一个时刻出事',
    '函数的某一次数据库调用之前或之后。「之后、没有回音」就是提交成功、回答丢失。',
    '安排',
    [
      field('函数', name),
      field('谁的调用', person),
      field('第几次数据库调用', call),
      field('之前还是之后', side),
      field('出什么事', effect),
      field('几次函数调用', times),
    ],
    send,
  )
}

const RATES = [
  ['failRate', '失败'],
  ['conflictRate', '事务冲突'],
  ['loseRate', '没有回音'],
  ['killRate', '进程没了'],
]

function chaosForm(change) {
  const seed = number('', { placeholder: '随便一个' })
  const latency = number(20, { max: 60_000 })
  const rates = RATES.map(([name, label]) => [
    name,
    label,
    number({ failRate: 1, conflictRate: 2, loseRate: 0.5, killRate: 0.3 }[name], {
      max: 100,
      step: 'any',
    }),
  ])
  const send = () =>
    change('POST', 'chaos', {
      ...(seed.value === '' ? {} : { seed: Number(seed.value) }),
      latencyMs: Number(latency.value),
      ...Object.fromEntries(rates.map(([name, , input]) => [name, Number(input.value) / 100])),
    })
  return form(
    '从一个种子抽麻烦',
    '每个请求按种子抽：等多久、会不会出事。同一个种子，同样的操作，同样的麻烦。只要延迟时，把比率都改成 0。',
    '开始',
    [
      field('种子', seed),
      field('最多慢几毫秒', latency),
      ...rates.map(([, label, input]) => field(`${label} %`, input)),
    ],
    send,
  )
}

const APIS = [
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'riskControl.getUserRiskRank',
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'updatableMessage.createActivityId',
  'updatableMessage.setUpdatableMsg',
]
const HOWS = [
  ['risky', '判定违规（risky）'],
  ['review', '要人工看（review）'],
  ['errcode', '回错误码'],
  ['fail', '调用失败'],
  ['lose', '没有回音'],
]

function answerForm(who, change) {
  const api = select(APIS.map((name) => [name, name]))
  const [person, how] = [select(who), select(HOWS)]
  const contains = h('input', { class: 'input', placeholder: '任何内容' })
  const errcode = number(45009)
  const [delay, times] = [number(0), number(1)]
  const send = () =>
    change('POST', 'wechat/answers', {
      api: api.value,
      ...(person.value ? { openid: person.value } : {}),
      ...(contains.value ? { contains: contains.value } : {}),
      ...answerOf(how.value, api.value, Number(errcode.value)),
      delayMs: Number(delay.value),
      times: Number(times.value) || 'always',
    })
  return form(
    '微信怎样回答',
    '云函数下一次问这个接口时，得到安排的回答。',
    '安排',
    [
      h('div', { class: 'wide' }, field('接口', api)),
      field('关于谁', person),
      field('内容里有', contains),
      field('怎样回答', how),
      field('错误码', errcode, '选了「回错误码」时用'),
      field('慢几毫秒', delay),
      field('几次', times, '0 是一直'),
    ],
    send,
  )
}

/** A verdict of the text check comes at once, one of the picture check later, in a message. */
function answerOf(how, api, errcode) {
  if (how === 'errcode') return { error: { errcode, errmsg: 'scripted by the console' } }
  if (how === 'fail' || how === 'lose') return { effect: how }
  const result = { suggest: how, label: how === 'risky' ? 20001 : 21000 }
  return api === 'security.mediaCheckAsync' ? { push: { result } } : { answer: { result } }
}

function answerText({ answer, error, effect, push, delayMs }) {
  const what = error
    ? `错误 ${error.errcode}`
    : effect
      ? { fail: '调用失败', lose: '没有回音' }[effect]
      : JSON.stringify(answer ?? push ?? {})
  return delayMs > 0 ? `${what}，慢 ${delayMs} 毫秒` : what
}

function chaosView({ options, draws, strokes }) {
  if (options === null && strokes.length === 0)
    return h('p', { class: 'empty' }, '没有在抽。左边给一个种子就开始。')
  const rows = strokes
    .slice(-50)
    .reverse()
    .map((one) => [
      [one.function, one.event].filter(Boolean).join('.'),
      one.openid ?? '—',
      h('code', {}, `${one.request} #${one.nth}`),
      one.side === 'before' ? '之前' : '之后',
      { ...EFFECTS, conflict: '事务冲突' }[one.effect],
    ])
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'told' },
      options
        ? `种子 ${options.seed} · 最多慢 ${options.latencyMs} 毫秒 · 抽了 ${draws} 次，出事 ${strokes.length} 次`
        : `已停；上一轮出事 ${strokes.length} 次`,
    ),
    table([['函数'], ['谁'], ['请求'], ['时候'], ['出了什么事']], rows, '还没有出事。'),
  )
}
