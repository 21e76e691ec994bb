import { h, problem } from './dom.js'

/**
 * The frame of a tab: a title, what is told beside it, tools at the right, and the body below.
 * `attempt(work)` runs something and shows in the tab what went wrong, in place of the last trouble.
 */
export function page(panel, title, ...tools) {
  const told = h('p', { class: 'told', role: 'status' })
  const trouble = h('div', { class: 'trouble' })
  const body = h('div', { class: 'scroll' })
  panel.replaceChildren(
    h(
      'div',
      { class: 'content' },
      h(
        'header',
        { class: 'content-head' },
        h('h2', {}, title),
        told,
        h('div', { class: 'tools' }, tools),
      ),
      trouble,
      body,
    ),
  )
  async function attempt(work) {
    try {
      const done = await work()
      trouble.replaceChildren()
      return done
    } catch (error) {
      trouble.replaceChildren(problem(error))
      return undefined
    }
  }
  return { body, told, attempt }
}

/** Looks at once and then again and again while the tab is open. */
export function watching(look, everyMs) {
  let timer
  let isOpen = false
  const again = async () => {
    await look()
    if (isOpen) timer = setTimeout(again, everyMs)
  }
  const enter = () => {
    if (isOpen) return
    isOpen = true
    void again()
  }
  enter()
  return {
    enter,
    leave: () => {
      isOpen = false
      clearTimeout(timer)
    },
  }
}

/** A table whose columns are `[title, isNumber]` and whose rows are lists of cells. */
export function table(columns, rows, otherwise) {
  if (rows.length === 0) return h('p', { class: 'empty' }, otherwise)
  return h(
    'table',
    { class: 'table' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map(([title, isNumber]) =>
          h('th', { scope: 'col', class: isNumber ? 'num' : undefined }, title),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((cells) =>
        h(
          'tr',
          {},
          cells.map((cell, at) => h('td', { class: columns[at][1] ? 'num' : undefined }, cell)),
        ),
      ),
    ),
  )
}

/** Fills a place anew only when what it shows has changed: what is being read must not move. */
export function drawer(place) {
  let drawn
  return (now, make) => {
    const text = JSON.stringify(now)
    if (text === drawn) return
    drawn = text
    place.replaceChildren(...[make()].flat(Infinity).filter(Boolean))
  }
}
