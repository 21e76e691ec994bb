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
  const words = h('input', {
    type: 'search',
    class: 'input',
    placeholder: '路径',
    'aria-label': '按路径筛选',
    oninput: () => draw(),
  })
  const { body, told, attempt } = page(panel, '云存储', words)
  const list = h('ul', { class: 'files' })
  const look = h(
    'aside',
    { class: 'look', 'aria-label': '文件的内容' },
    h('p', { class: 'empty' }, '选一个文件看看。'),
  )
  body.append(h('div', { class: 'storage' }, list, look))
  const redraw = drawer(list)
  const names = new Map()
  let files = []
  let chosen

  const read = () =>
    attempt(async () => {
      if (names.size === 0)
        for (const { openid, name } of (await readPeople()).people) names.set(openid, name)
      files = (await ask(`files?limit=${FILES_MAX}`)).files
      draw()
    })

  function draw() {
    const wanted = words.value.trim().toLowerCase()
    const found = files.filter(({ path }) => path.toLowerCase().includes(wanted))
    told.textContent =
      files.length === 0
        ? ''
        : `${found.length} 个，共 ${sizeText(found.reduce((sum, { size }) => sum + size, 0))}`
    redraw([chosen, found.map(({ path, size, createdAt }) => [path, size, createdAt])], () =>
      found.length > 0
        ? found.map(row)
        : h(
            'li',
            { class: 'empty' },
            files.length > 0
              ? '没有符合的文件。'
              : '还没有文件：小程序用 wx.cloud.uploadFile、云函数用 uploadFile 存的文件会出现在这里。',
          ),
    )
  }

  const row = (file) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          class: 'file',
          'aria-current': file.path === chosen ? 'true' : undefined,
          onclick: () => {
            chosen = file.path
            draw()
            void attempt(() => show(file))
          },
        },
        h('span', { class: 'path' }, file.path),
        h(
          'span',
          { class: 'note' },
          `${sizeText(file.size)} · ${file.owner === null ? '云函数' : (names.get(file.owner) ?? file.owner)} · ${timeText(file.createdAt, true)}`,
        ),
      ),
    )

  async function show(file) {
    look.replaceChildren(
      h('h3', {}, file.path.split('/').at(-1)),
      await content(file),
      h('p', { class: 'told' }, h('code', {}, file.fileID)),
      h(
        'div',
        { class: 'row' },
        h(
          'a',
          {
            class: 'plain small-button',
            href: file.address,
            download: file.path.split('/').at(-1),
          },
          icon('save'),
          '下载',
        ),
        h(
          'button',
          { class: 'plain small-button danger', onclick: () => remove(file) },
          icon('trash'),
          '删除',
        ),
      ),
    )
  }

  async function remove({ path }) {
    if (!(await confirmed('删除这个文件？', path, '删除'))) return
    await attempt(() => send('DELETE', `files?path=${encodeURIComponent(path)}`))
    chosen = undefined
    look.replaceChildren(h('p', { class: 'empty' }, '已删除。'))
    await read()
  }

  return watching(read, EVERY_MS)
}

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
