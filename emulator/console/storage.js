import { ask, send } from './api.js'
import { h, icon, sizeText, timeText } from './dom.js'
import { drawer, page, watching } from './page.js'
import { readPeople } from './people.js'
import { confirmed } from './popover.js'

const EVERY_MS = 3000
const FILES_MAX = 500
const IMAGES = /\.(png|jpe?g|gif|webp|svg)$/i
const TEXTS = /\.(txt|json|csv|md|xml|log)$/i
const TEXT_CHARS_MAX = 20_000

/** Stored files: what they are, a look into them, and away with them. */
export function showStorage(panel) {
  const storage = new Storage(panel)
  return watching(() => storage.read(), EVERY_MS)
}

class Storage {
  #words = h('input', {
    type: 'search',
    class: 'input',
    placeholder: '路径',
    'aria-label': '按路径筛选',
    oninput: () => this.#draw(),
  })
  #list = h('ul', { class: 'files' })
  #look = h('aside', { class: 'look', 'aria-label': '文件的内容' }, empty('选一个文件看看。'))
  #redraw = drawer(this.#list)
  #names = new Map()
  #files = []
  #chosen
  #told
  #attempt

  constructor(panel) {
    const { body, told, attempt } = page(panel, '云存储', this.#words)
    this.#told = told
    this.#attempt = attempt
    body.append(h('div', { class: 'storage' }, this.#list, this.#look))
  }

  read() {
    return this.#attempt(async () => {
      if (this.#names.size === 0) {
        const { people } = await readPeople()
        this.#names = new Map(people.map(({ openid, name }) => [openid, name]))
      }
      this.#files = (await ask(`files?limit=${FILES_MAX}`)).files
      this.#draw()
    })
  }

  #draw() {
    const wanted = this.#words.value.trim().toLowerCase()
    const found = this.#files.filter(({ path }) => path.toLowerCase().includes(wanted))
    const bytes = found.reduce((sum, { size }) => sum + size, 0)
    this.#told.textContent =
      this.#files.length === 0 ? '' : `${found.length} 个，共 ${sizeText(bytes)}`
    const now = [this.#chosen, found.map(({ path, size, createdAt }) => [path, size, createdAt])]
    this.#redraw(now, () => {
      if (found.length > 0) return found.map((file) => this.#row(file))
      if (this.#files.length > 0) return empty('没有符合的文件。', 'li')
      return empty(
        '还没有文件：小程序用 wx.cloud.uploadFile、云函数用 uploadFile 存的文件会出现在这里。',
        'li',
      )
    })
  }

  #row(file) {
    const onclick = () => {
      this.#chosen = file.path
      this.#draw()
      void this.#attempt(() => this.#show(file))
    }
    const current = file.path === this.#chosen ? 'true' : undefined
    const owner = file.owner === null ? '云函数' : (this.#names.get(file.owner) ?? file.owner)
    const about = `${sizeText(file.size)} · ${owner} · ${timeText(file.createdAt, true)}`
    return h(
      'li',
      {},
      h(
        'button',
        { class: 'file', 'aria-current': current, onclick },
        h('span', { class: 'path' }, file.path),
        h('span', { class: 'note' }, about),
      ),
    )
  }

  async #show(file) {
    const name = file.path.split('/').at(-1)
    const link = { class: 'plain small-button', href: file.address, download: name }
    const remove = { class: 'plain small-button danger', onclick: () => this.#remove(file) }
    this.#look.replaceChildren(
      h('h3', {}, name),
      await content(file),
      h('p', { class: 'told' }, h('code', {}, file.fileID)),
      h(
        'div',
        { class: 'row' },
        h('a', link, icon('save'), '下载'),
        h('button', remove, icon('trash'), '删除'),
      ),
    )
  }

  async #remove({ path }) {
    if (!(await confirmed('删除这个文件？', path, '删除'))) return
    const removed = await this.#attempt(() =>
      send('DELETE', `files?path=${encodeURIComponent(path)}`),
    )
    if (removed === undefined) return
    this.#chosen = undefined
    this.#look.replaceChildren(empty('已删除。'))
    await this.read()
  }
}

const empty = (text, tag = 'p') => h(tag, { class: 'empty' }, text)

/** What can be shown of a file here: pictures and texts. */
async function content({ path, address, size }) {
  if (IMAGES.test(path)) return h('img', { src: address, alt: path })
  if (TEXTS.test(path)) {
    const text = await (await fetch(address)).text()
    return h(
      'pre',
      { tabindex: 0, 'aria-label': '内容' },
      text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}\n……` : text,
    )
  }
  return h('p', { class: 'empty' }, `这里看不了这种文件（${sizeText(size)}），下载了看。`)
}
