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
  scan: 'M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M3 12h18',
  share: 'M4 13v5.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V13M12 15V3.5M7.5 8 12 3.5 16.5 8',
  more: 'M4.5 12h1M11.5 12h1M18.5 12h1M5 11.5v1M12 11.5v1M19 11.5v1',
  down: 'M6 9.5l6 6 6-6',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  plus: 'M12 5v14M5 12h14',
  trash: 'M4 7h16M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  save: 'M12 4v10M7.5 9.5 12 14l4.5-4.5M5 19.5h14',
  play: 'M7 4.5v15l12-7.5z',
  copy: 'M10 8h9a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 19 21h-9a1.5 1.5 0 0 1-1.5-1.5v-10A1.5 1.5 0 0 1 10 8zM4 15.5v-11A1.5 1.5 0 0 1 5.5 3h9',
}

/** Puts a sentence about something that went wrong in the place of a panel's content. */
export const problem = (error) => h('p', { class: 'problem', role: 'alert' }, error.message)

/** A sentence in place of what is not there yet: what it is, and what to do for it. */
export const advice = (title, text) =>
  h('div', { class: 'advice' }, h('h2', {}, title), text ? h('p', {}, text) : null)

let fields = 0

/** A control with its label above it, and what there is to know about it below. */
export function field(label, control, hint) {
  fields += 1
  control.id ||= `field-${fields}`
  return h(
    'div',
    { class: 'field' },
    h('label', { class: 'label', for: control.id }, label),
    control,
    hint ? h('span', { class: 'told' }, hint) : null,
  )
}

/** A list to choose from: `[value, text]` pairs. */
export const select = (options, attributes = {}) =>
  h(
    'select',
    { class: 'input', ...attributes },
    options.map(([value, text]) => h('option', { value }, text)),
  )

/** Time of day of today, else the date as well. */
export function timeText(value, isWithDate = false) {
  const at = new Date(value)
  if (!Number.isFinite(at.getTime())) return ''
  return isWithDate
    ? at.toLocaleString('zh-CN', { hour12: false })
    : at.toLocaleTimeString('zh-CN', { hour12: false })
}

export const sizeText = (bytes) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`

/** A person as the last sign of the name; `colour` is given once, so that it stays the person's. */
export const face = ({ name, colour }, size = '') =>
  h('span', {
    class: `face ${colour} ${size}`,
    'aria-hidden': 'true',
    'data-sign': [...name].at(-1),
  })
