import { h } from './dom.js'

/** Extended JSON wraps a date or a number in an object of its own: three lines for one value. */
const WRAPPED = /\{\s+("\$[a-zA-Z]+": (?:"[^"]*"|-?[\d.]+))\s+\}/g

/** A value as indented JSON whose strings, numbers and keys can be told apart. */
export function jsonView(value) {
  const text = JSON.stringify(value, null, 2).replace(WRAPPED, '{ $1 }')
  const parts = text.split(
    /("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/,
  )
  return h(
    'pre',
    { class: 'json', tabindex: 0, 'aria-label': '文档内容' },
    parts.map((part, at) => (at % 2 === 0 ? part : h('span', { class: kindOf(part) }, part))),
  )
}

function kindOf(part) {
  if (part.endsWith(':')) return 'json-key'
  if (part.startsWith('"')) return 'json-text'
  return 'json-value'
}
