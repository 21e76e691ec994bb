/**
 * Makes an element: `h('button', { class: 'quiet', onclick: go }, '打开')`. Attributes that are
 * false, null or undefined are left out; functions become listeners; children may be nested lists.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined),
  )
  return element
}

/** A drawing of one 1.75 px line on 24 × 24. Decoration: whoever uses it also gives a name. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', DRAWINGS[name])
  svg.append(path)
  return svg
}

const DRAWINGS = {
  card: 'M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM3 15h18M7 8h6M7 11h9',
  direct: 'M12 3v11M8 10l4 4 4-4M5 20h14',
  reload: 'M20 11a8 8 0 0 0-14.5-4L3 9.5M3 4.5v5h5M4 13a8 8 0 0 0 14.5 4l2.5-2.5M21 19.5v-5h-5',
  window: 'M14 4h6v6M20 4l-9 9M18 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4',
  copy: 'M10 8h9a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 19 21h-9a1.5 1.5 0 0 1-1.5-1.5v-10A1.5 1.5 0 0 1 10 8zM4 15.5v-11A1.5 1.5 0 0 1 5.5 3h9',
}

/** Puts a sentence about something that went wrong in the place of a panel's content. */
export const problem = (error) => h('p', { class: 'problem', role: 'alert' }, error.message)

/** A person as the last sign of the name; `colour` is given once, so that it stays the person's. */
export const face = ({ name, colour }, size = '') =>
  h('span', { class: `face ${colour} ${size}`, 'aria-hidden': 'true' }, [...name].at(-1))
