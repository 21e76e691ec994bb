import { ask, send } from './api.js'
import { editDocument } from './document-editor.js'
import { documentRow } from './document-row.js'
import { advice, h, icon, problem, select } from './dom.js'
import { confirmed } from './popover.js'
import { readFilter, readSort } from './query.js'

/** Documents of a page, as can be chosen. */
export const SIZES = [20, 50, 100, 500]

/** The tools and the documents of one collection; `search` is kept by whoever opens it again. */
export class Collection {
  elements
  #name
  #search
  #onWrite
  #told = h('p', { class: 'told', role: 'status' })
  #trouble = h('div', { class: 'trouble' })
  #rows = h('div', { class: 'documents' })
  #filter = h('input', {
    class: 'input mono filter',
    placeholder: '{"status": "open"}，或一个 _id',
    'aria-label': '查询',
  })
  #sort = h('input', {
    class: 'input mono',
    placeholder: '排序：-createdAt',
    'aria-label': '排序',
  })
  #size = select(
    SIZES.map((one) => [one, `每页 ${one} 份`]),
    { 'aria-label': '每页几份' },
  )
  #before = this.#turner('上一页', -1)
  #after = this.#turner('下一页', 1)
  #exports

  constructor(name, search, onWrite) {
    this.#name = name
    this.#search = search
    this.#onWrite = onWrite
    this.#filter.value = search.filter
    this.#sort.value = search.sort
    this.#size.value = String(search.size)
    this.#exports = ['json', 'csv'].map((format) => {
      const download = `${name}.${format}`
      const text = format.toUpperCase()
      const link = h('a', { class: 'plain small-button', download }, icon('save'), text)
      return { format, link }
    })
    this.elements = [this.#head(), this.#form(), this.#trouble, this.#rows]
    void this.#look(search.page)
  }

  #turner(text, step) {
    const onclick = () => this.#look(this.#search.page + step)
    return h('button', { type: 'button', class: 'plain small-button', onclick }, text)
  }

  #head() {
    const add = { class: 'plain small-button main', onclick: () => this.#edit(undefined) }
    return h(
      'header',
      { class: 'content-head' },
      h('h2', {}, this.#name),
      this.#told,
      h(
        'div',
        { class: 'tools' },
        this.#before,
        this.#after,
        this.#exports.map(({ link }) => link),
        h('button', add, icon('plus'), '新增'),
      ),
    )
  }

  #form() {
    const button = h('button', { class: 'plain' }, '查找')
    const form = h('form', { class: 'search' }, this.#filter, this.#sort, this.#size, button)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#look(0)
    })
    this.#size.addEventListener('change', () => this.#look(0))
    return form
  }

  async #look(page) {
    await this.#attempt(async () => {
      const query = new URLSearchParams({
        collection: this.#name,
        filter: readFilter(this.#filter.value),
        sort: readSort(this.#sort.value),
      })
      for (const { format, link } of this.#exports) {
        link.href = `/_control/documents/export?${query}&format=${format}`
      }
      const size = Number(this.#size.value)
      const [filter, sort] = [this.#filter.value, this.#sort.value]
      Object.assign(this.#search, { filter, sort, size, page })
      const paging = `count=1&skip=${page * size}&limit=${size}`
      this.#draw(await ask(`documents?${query}&${paging}`))
    })
  }

  async #attempt(work) {
    try {
      await work()
      this.#trouble.replaceChildren()
    } catch (error) {
      this.#trouble.replaceChildren(problem(error))
    }
  }

  #draw({ documents, total, scanned }) {
    const { page, size, filter } = this.#search
    const from = page * size
    const to = from + documents.length
    this.#told.textContent =
      total === 0 ? '' : `第 ${from + 1}–${to} 份，共 ${total} 份 · 扫描 ${scanned}`
    this.#before.disabled = page === 0
    this.#after.disabled = to >= total
    const actions = {
      edit: (document) => this.#edit(document),
      remove: (document) => this.#remove(document),
    }
    this.#rows.replaceChildren(...documents.map((document) => documentRow(document, actions)))
    if (documents.length > 0) return
    this.#rows.append(
      filter.trim() === ''
        ? advice('这个集合是空的', '点「新增」写一份，或者在手机里用一用小程序。')
        : advice('没有符合的文档', '改一改查询，或者清空它再查找。'),
    )
  }

  async #edit(document) {
    if (await editDocument(this.#name, document)) await this.#attempt(() => this.#written())
  }

  async #remove(document) {
    const id = String(document._id?.$oid ?? document._id)
    const text = `${this.#name} 里的 ${id}，删了就没有了。`
    if (!(await confirmed('删除这份文档？', text, '删除'))) return
    await this.#attempt(async () => {
      await send('DELETE', 'documents', { collection: this.#name, id: document._id })
      await this.#written()
    })
  }

  async #written() {
    await this.#look(this.#search.page)
    await this.#onWrite()
  }
}
