import { breakingPlace } from './json-place.js'

/**
 * A query as a person types it: JSON, also with bare names and single quotes as a shell takes them;
 * anything else is an `_id`. Answers JSON text, empty for everything; throws a sentence.
 */
export function readFilter(typed) {
  const text = typed.trim()
  if (text === '') return ''
  if (!text.startsWith('{')) return JSON.stringify({ _id: text })
  return readObject(text, '查询')
}

/** `{createdAt: -1}`, or the name of a field, with `-` before it for downwards. */
export function readSort(typed) {
  const text = typed.trim()
  if (text === '') return ''
  if (text.startsWith('{')) return readObject(text, '排序')
  return JSON.stringify(text.startsWith('-') ? { [text.slice(1)]: -1 } : { [text]: 1 })
}

function readObject(text, what) {
  for (const candidate of [text, loosely(text)]) {
    try {
      return JSON.stringify(JSON.parse(candidate))
    } catch {
      // The looser reading comes next, the sentence after it.
    }
  }
  throw new Error(
    `${what}不是完整的 JSON：${breakingPlace(loosely(text)) ?? '例如 {"status": "open"}。'}`,
  )
}

/** Names get their quotes and single quotes become double ones; texts in double quotes stay. */
function loosely(text) {
  return text.replace(
    /("(?:[^"\\]|\\.)*")|'((?:[^'\\]|\\.)*)'|([A-Za-z_$][\w$.]*)(?=\s*:)/g,
    (whole, double, single, name) => {
      if (double !== undefined) return double
      return JSON.stringify(single ?? name ?? whole)
    },
  )
}
