import { ask } from './api.js'
import { h, icon, problem } from './dom.js'
import { jsonView } from './json.js'

/** Documents asked for at once; the cloud gives no more. */
const READ_MAX = 1000
const SHOWN_AT_ONCE = 50

/** Collections with their documents, newest first. */
export function showCollections(panel) {
  const list = h('nav', { class: 'list', 'aria-label': '集合' })
  const content = h('div', { class: 'content' })
  panel.replaceChildren(h('div', { class: 'inspect' }, list, content))
  let chosen

  async function enter() {
    try {
      const { collections } = await ask('collections')
      const names = collections.map(({ name }) => name)
      if (!names.includes(chosen)) chosen = names[0]
      list.replaceChildren(...collections.map(entry))
      if (chosen === undefined) content.replaceChildren(h('p', { class: 'empty' }, '还没有集合。'))
      else await openCollection(collections.find(({ name }) => name === chosen))
    } catch (error) {
      content.replaceChildren(problem(error))
    }
  }

  const entry = ({ name, count }) =>
    h(
      'button',
      {
        class: 'entry',
        'aria-current': name === chosen ? 'true' : undefined,
        onclick: () => {
          chosen = name
          void enter()
        },
      },
      h('span', {}, name),
      h('span', { class: 'count' }, count),
    )

  async function openCollection(collection) {
    const { documents } = await ask(
      `documents?collection=${encodeURIComponent(collection.name)}&limit=${READ_MAX}`,
    )
    content.replaceChildren(...documentsView(collection, newestFirst(documents), enter))
  }

  void enter()
  return { enter }
}

/** By `createdAt` where all have one, else as the cloud answers. */
function newestFirst(documents) {
  if (!documents.every(({ createdAt }) => Number.isFinite(timeOf(createdAt)))) return documents
  return documents.toSorted((a, b) => timeOf(b.createdAt) - timeOf(a.createdAt))
}

/** Dates come as text or, in extended JSON, as `{ $date }`. */
const timeOf = (value) => Date.parse(value?.$date ?? value)

function documentsView({ name, count, indexes }, documents, reload) {
  const rows = h('div', { class: 'documents' })
  const told = h('p', { class: 'told', role: 'status' })
  let shown = SHOWN_AT_ONCE
  const filter = h('input', {
    type: 'search',
    class: 'filter',
    placeholder: '按内容筛选，例如 open 或一个 _id',
    'aria-label': '按内容筛选',
    oninput: () => {
      shown = SHOWN_AT_ONCE
      update()
    },
  })
  const texts = new Map(documents.map((document) => [document, JSON.stringify(document)]))

  function update() {
    const wanted = filter.value.trim().toLowerCase()
    const found = documents.filter((document) => texts.get(document).toLowerCase().includes(wanted))
    rows.replaceChildren(...found.slice(0, shown).map(documentRow))
    if (found.length > shown)
      rows.append(h('button', { class: 'plain', onclick: more }, '显示更多'))
    const cut = count > documents.length ? `，只读了最新的 ${documents.length} 份` : ''
    told.textContent = wanted ? `${found.length} / ${count} 份符合${cut}` : `${count} 份文档${cut}`
    if (found.length === 0)
      rows.append(h('p', { class: 'empty' }, wanted ? '没有符合的文档。' : '这个集合是空的。'))
  }
  function more() {
    shown += SHOWN_AT_ONCE
    update()
  }

  update()
  return [
    h(
      'header',
      { class: 'content-head' },
      h('h2', {}, name),
      told,
      filter,
      h('button', { class: 'plain', onclick: () => void reload() }, icon('reload'), '刷新'),
    ),
    h('p', { class: 'indexes' }, '索引：', indexes.map(indexTag)),
    rows,
  ]
}

const indexTag = ({ keys, isUnique }) =>
  h(
    'code',
    {},
    keys.map(({ path, direction }) => (direction === -1 ? `${path}↓` : path)).join(' · '),
    isUnique ? ' 唯一' : '',
  )

function documentRow(document) {
  const row = h(
    'details',
    { class: 'document' },
    h(
      'summary',
      {},
      h('code', { class: 'id' }, String(document._id)),
      h('span', { class: 'gist' }, gistOf(document)),
      h('time', {}, timeText(document.createdAt)),
    ),
  )
  row.addEventListener('toggle', () => row.append(jsonView(document), copyButton(document)), {
    once: true,
  })
  return row
}

function copyButton(document) {
  const button = h('button', { class: 'plain copy' }, icon('copy'), '复制')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(JSON.stringify(document, null, 2))
    button.lastChild.textContent = '已复制'
  })
  return button
}

/** The first words of a document that mean something to a person. */
function gistOf(document) {
  const words = Object.entries(document).flatMap(([key, value]) =>
    typeof value === 'string' && !/id$/i.test(key) && !Number.isFinite(Date.parse(value))
      ? [value]
      : [],
  )
  return words.slice(0, 4).join(' · ')
}

function timeText(value) {
  const at = timeOf(value)
  return Number.isFinite(at) ? new Date(at).toLocaleString('zh-CN', { hour12: false }) : ''
}
