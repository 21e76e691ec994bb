const time = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const day = String.raw`(\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}(?<mark>[-/.])\d{1,2}(\k<mark>\d{1,2})?|\d{1,2}[-/.]\d{1,2})`
const timePattern = new RegExp(`^(${day} )?${time}$`)
const datePattern = new RegExp(`^${day}( ${time})?$`)

/**
 * What each kind of field of a message may hold, from the vendor's table. The kind is the field's
 * name without its number.
 */
const kinds: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{Script=Han}A-Za-z0-9]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => oneOrTwo(value, timePattern),
  date: (value) => oneOrTwo(value, datePattern),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => !/\d/.test(value) && length(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
}

/** What is wrong with a field of a message, in WeChat's words; undefined when nothing is. */
export function problemOfField(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return 'is empty'
  const text = String(value)
  if (text.trim() === '') return 'is empty'
  const kind = kinds[name.replace(/\d+$/, '')]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (kind === undefined || /[\u0000-\u001f\u007f]/.test(text) || !kind(text)) return 'invalid'
  return undefined
}

/** A time or a day, or a span of two joined by a tilde. */
function oneOrTwo(value: string, pattern: RegExp): boolean {
  const parts = value.split(/[~～]/)
  return parts.length <= 2 && parts.every((part) => pattern.test(part.trim()))
}

function length(value: string): number {
  return [...value].length
}
