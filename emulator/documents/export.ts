import { isPlainObject } from './key'
import { type Document, toReadable } from './values'

/** One document a line, so that tools which import line by line take it as it is. */
export function exportJson(documents: readonly Document[]): string {
  return documents.map((document) => `${JSON.stringify(toReadable(document))}\n`).join('')
}

/** A table program guesses the encoding; with this mark it guesses right. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A column for each field at the top, in the order in which they first appear; what is nested is
 * written as JSON. Texts that a table program would run as a formula get a `'` in front.
 */
export function exportCsv(documents: readonly Document[]): string {
  const columns = [...new Set(documents.flatMap((document) => Object.keys(document)))]
  const lines = [
    columns.map(cell),
    ...documents.map((one) => columns.map((name) => cell(one[name]))),
  ]
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = plain(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  const readable = toReadable(value)
  if (isPlainObject(readable) && typeof readable.$oid === 'string') return readable.$oid
  return JSON.stringify(readable)
}
