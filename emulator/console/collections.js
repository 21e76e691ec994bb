import { ask } from './api.js'
import { Collection, SIZES } from './collection.js'
import { advice, h, problem } from './dom.js'

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
    content.replaceChildren(...new Collection(chosen, search, recount).elements)
  }
  async function recount() {
    drawList((await ask('collections')).collections)
  }

  void enter()
  return { enter }
}
