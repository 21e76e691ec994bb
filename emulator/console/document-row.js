import { h, icon } from './dom.js'
import { jsonView } from './json.js'

/** One document: its words in a line, all of it when opened, and what can be done with it. */
export function documentRow(document, change) {
  const row = h(
    'details',
    { class: 'document' },
    h(
      'summary',
      {},
      h('code', { class: 'id' }, String(document._id?.$oid ?? document._id)),
      h('span', { class: 'gist' }, gistOf(document)),
      h('time', {}, createdText(document.createdAt)),
    ),
  )
  const open = () =>
    row.append(
      jsonView(document),
      h(
        'div',
        { class: 'row document-tools' },
        h(
          'button',
          { class: 'plain small-button', onclick: () => change.edit(document) },
          icon('edit'),
          '编辑',
        ),
        copyButton(document),
        h(
          'button',
          { class: 'plain small-button danger', onclick: () => change.remove(document) },
          icon('trash'),
          '删除',
        ),
      ),
    )
  row.addEventListener('toggle', open, { once: true })
  return row
}

function copyButton(document) {
  const button = h('button', { class: 'plain small-button' }, icon('copy'), '复制')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(JSON.stringify(document, null, 2))
    button.lastChild.textContent = '已复制'
  })
  return button
}

/** Dates come as text or, in extended JSON, as `{ $date }`. */
const timeOf = (value) => Date.parse(value?.$date ?? value)

/** The first words of a document that mean something to a person. */
function gistOf(document) {
  const words = Object.entries(document).flatMap(([key, value]) =>
    typeof value === 'string' &&
    value !== '' &&
    !/id$/i.test(key) &&
    !Number.isFinite(Date.parse(value))
      ? [value]
      : [],
  )
  return words.slice(0, 4).join(' · ')
}

function createdText(value) {
  const at = timeOf(value)
  return Number.isFinite(at) ? new Date(at).toLocaleString('zh-CN', { hour12: false }) : ''
}
