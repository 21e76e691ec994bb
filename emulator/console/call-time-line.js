import { h } from './dom.js'

/** One call in detail: each database call as a bar where it lay in time, and what was logged. */
export function timeLine(call) {
  const endMs = Math.max(call.ms, ...call.db.map((made) => made.endMs), 0.001)
  return h(
    'div',
    { class: 'time-line' },
    call.message ? h('p', { class: 'problem' }, call.message.split('\n')[0]) : null,
    h(
      'p',
      { class: 'told' },
      `${call.source} · 扫描 ${call.scanned} 份，返回 ${call.returned} 份 · 请求 `,
      h('code', {}, call.requestId),
    ),
    call.db.some((made) => made.transactionId) ? legend() : null,
    call.db.length === 0
      ? h('p', { class: 'empty' }, '没有数据库调用。')
      : h(
          'ol',
          { class: 'bars' },
          call.db.map((made) => bar(made, endMs)),
        ),
    call.dbCalls > call.db.length
      ? h('p', { class: 'told' }, `还有 ${call.dbCalls - call.db.length} 次没有记下。`)
      : null,
    call.logs.length === 0
      ? null
      : h('pre', { class: 'logs', tabindex: 0, 'aria-label': '日志' }, call.logs.map(logLine)),
  )
}

const legend = () =>
  h(
    'p',
    { class: 'told' },
    h('span', { class: 'key plain-call' }),
    '单独的调用　',
    h('span', { class: 'key inside' }),
    '事务里的调用',
  )

function bar(made, endMs) {
  const percent = (ms) => `${((ms / endMs) * 100).toFixed(2)}%`
  const span = h('span', { class: made.code ? 'span failed' : 'span' })
  span.style.setProperty('--from', percent(made.startMs))
  span.style.setProperty('--long', percent(made.endMs - made.startMs))
  if (made.transactionId) span.classList.add('inside')
  return h(
    'li',
    {},
    h('span', { class: 'what' }, ACTIONS[short(made.action)] ?? short(made.action)),
    h('code', {}, made.collection ?? ''),
    h('span', { class: 'track' }, span),
    h('span', { class: 'number' }, `${(made.endMs - made.startMs).toFixed(1)} 毫秒`),
    h(
      'span',
      { class: 'told' },
      made.code ?? (made.scanned || made.returned ? `扫 ${made.scanned} 回 ${made.returned}` : ''),
    ),
  )
}

const short = (action) => action.replace(/^database\./, '')

const ACTIONS = {
  insertDocument: '新增',
  getDocument: '读取',
  calculateDocument: '计数',
  modifyDocument: '修改',
  modifyAndReturnDoc: '修改并返回',
  removeDocument: '删除',
  aggregateDocuments: '聚合',
  startTransaction: '事务开始',
  commitTransaction: '事务提交',
  abortTransaction: '事务放弃',
}

const logLine = ({ level, text }) =>
  h('span', { class: `log ${level}` }, `${level.padEnd(6)}${text}\n`)
