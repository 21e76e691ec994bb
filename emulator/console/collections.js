import { ask, send } from './api.js'
import { editDocument } from './document-editor.js'
import { advice, h, icon, problem, select } from './dom.js'
import { jsonView } from './json.js'
import { confirmed } from './popover.js'
import { readFilter, readSort } from './query.js'

const SIZES = [20, 50, 100, 500]

/** Collections with their documents, found by a query, a page at a time. */
export function showCollections(panel) {
  const list = h('nav', { class: 'list', 'aria-label': '集合' })
  const content = h('div', { class: 'content' })
  panel.replaceChildren(h('div', { class: 'inspect' }, list, content))
  /** What was looked for in each collection. */
  const searches = new Map()
  let chosen

  async function enter() {
    try {
      const { collections } = await ask('collections')
      const names = collections.map(({ name }) => name)
      if (names.includes(chosen) && content.querySelector('.documents')) {
        drawList(collections)
        return
      }
      // What has something in it says more than what comes first.
      if (!names.includes(chosen))
        chosen = collections.find(({ count }) => count > 0)?.name ?? names[0]
      drawList(collections)
      if (chosen !== undefined) openCollection()
      else
        content.replaceChildren(
          advice(
            '还没有集合',
            '云函数用 createCollection 建，或者用 POST /_control/collections 连同索引一起建。',
          ),
        )
    } catch (error) {
      content.replaceChildren(problem(error))
    }
  }

  const drawList = (collections) => list.replaceChildren(...collections.map(entry))

  const entry = ({ name, count }) =>
    h(
      'button',
      {
        class: 'entry',
        'aria-current': name === chosen ? 'true' : undefined,
        onclick: () => {
          chosen = name
          for (const other of list.children) other.removeAttribute('aria-current')
          list
            .querySelector(`[data-name="${CSS.escape(name)}"]`)
            ?.setAttribute('aria-current', 'true')
          openCollection()
        },
        'data-name': name,
      },
      h('span', {}, name),
      h('span', { class: 'count' }, count),
    )

  function openCollection() {
    const search = searches.get(chosen) ?? { filter: '', sort: '', size: SIZES[0], page: 0 }
    searches.set(chosen, search)
    content.replaceChildren(...collectionView(chosen, search, recount))
  }
  async function recount() {
    drawList((await ask('collections')).collections)
  }

  void enter()
  return { enter }
}

/** The tools and the documents of one collection; `search` is kept by whoever opens it again. */
function collectionView(name, search, onWrite) {
  const rows = h('div', { class: 'documents' })
  const told = h('p', { class: 'told', role: 'status' })
  const trouble = h('div', { class: 'trouble' })
  const filter = h('input', {
    class: 'input mono filter',
    placeholder: '{"status": "open"}，或一个 _id',
    'aria-label': '查询',
    value: search.filter,
  })
  const sort = h('input', {
    class: 'input mono sort',
    placeholder: '排序：-createdAt',
    'aria-label': '排序',
    value: search.sort,
  })
  const size = select(
    SIZES.map((one) => [one, `每页 ${one} 份`]),
    { 'aria-label': '每页几份' },
  )
  size.value = String(search.size)
  const [before, after] = [
    ['上一页', -1],
    ['下一页', 1],
  ].map(([text, step]) =>
    h(
      'button',
      { type: 'button', class: 'plain small-button', onclick: () => look(search.page + step) },
      text,
    ),
  )
  const saves = ['json', 'csv'].map((format) => [
    format,
    h(
      'a',
      { class: 'plain small-button', download: `${name}.${format}` },
      icon('save'),
      format.toUpperCase(),
    ),
  ])

  const form = h(
    'form',
    { class: 'search' },
    filter,
    sort,
    size,
    h('button', { class: 'plain' }, '查找'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void look(0)
  })
  size.addEventListener('change', () => look(0))

  async function look(page) {
    try {
      const query = new URLSearchParams({
        collection: name,
        filter: readFilter(filter.value),
        sort: readSort(sort.value),
      })
      for (const [format, link] of saves)
        link.href = `/_control/documents/export?${query}&format=${format}`
      Object.assign(search, {
        filter: filter.value,
        sort: sort.value,
        size: Number(size.value),
        page,
      })
      const { documents, total, scanned } = await ask(
        `documents?${query}&count=1&skip=${page * search.size}&limit=${search.size}`,
      )
      trouble.replaceChildren()
      draw(documents, total, scanned)
    } catch (error) {
      trouble.replaceChildren(problem(error))
    }
  }

  function draw(documents, total, scanned) {
    const from = search.page * search.size
    told.textContent =
      total === 0
        ? ''
        : `第 ${from + 1}–${from + documents.length} 份，共 ${total} 份 · 扫描 ${scanned}`
    before.disabled = search.page === 0
    after.disabled = from + documents.length >= total
    rows.replaceChildren(...documents.map((document) => documentRow(document, change)))
    if (documents.length > 0) return
    const isAll = search.filter.trim() === ''
    rows.append(
      isAll
        ? advice('这个集合是空的', '点「新增」写一份，或者在手机里用一用小程序。')
        : advice('没有符合的文档', '改一改查询，或者清空它再查找。'),
    )
  }

  const change = {
    async edit(document) {
      if (await editDocument(name, document)) await written()
    },
    async remove(document) {
      const id = String(document._id?.$oid ?? document._id)
      if (!(await confirmed('删除这份文档？', `${name} 里的 ${id}，删了就没有了。`, '删除'))) return
      try {
        await send('DELETE', 'documents', { collection: name, id: document._id })
        await written()
      } catch (error) {
        trouble.replaceChildren(problem(error))
      }
    },
  }
  async function written() {
    await look(search.page)
    await onWrite()
  }

  void look(search.page)
  return [
    h(
      'header',
      { class: 'content-head' },
      h('h2', {}, name),
      told,
      h(
        'div',
        { class: 'tools' },
        before,
        after,
        saves.map(([, link]) => link),
        h(
          'button',
          { class: 'plain small-button main', onclick: () => change.edit(undefined) },
          icon('plus'),
          '新增',
        ),
      ),
    ),
    form,
    trouble,
    rows,
  ]
}

function documentRow(document, change) {
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
    typeof value === 'string' && !/id$/i.test(key) && !Number.isFinite(Date.parse(value))
      ? [value]
      : [],
  )
  return words.slice(0, 4).join(' · ')
}

function createdText(value) {
  const at = timeOf(value)
  return Number.isFinite(at) ? new Date(at).toLocaleString('zh-CN', { hour12: false }) : ''
}
