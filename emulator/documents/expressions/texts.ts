import { requestFailed } from '../../codes'
import { toRegExp } from '../regular-expression'
import {
  describe,
  type ExpressionOperator,
  named,
  onPresent,
  onValues,
  optional,
  requireText,
  requireWhole,
} from './arguments'
import { isNothing } from './truth'

const any = Number.POSITIVE_INFINITY

/** Numbers and dates become text where the database allows it; nothing becomes the empty text. */
function asText(value: unknown, name: string): string {
  if (isNothing(value)) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return String(value)
  return requireText(value, name)
}

/** Only the letters of ASCII change their case. */
const inCase = (pattern: RegExp, change: (letter: string) => string) =>
  onValues(1, 1, ([value], name) => asText(value, name).replace(pattern, change))
const $toLower = inCase(/[A-Z]/g, (letter) => letter.toLowerCase())
const $toUpper = inCase(/[a-z]/g, (letter) => letter.toUpperCase())

const $substrBytes = onValues(3, 3, ([value, from, count], name) => {
  const bytes = Buffer.from(asText(value, name), 'utf8')
  const [start, length] = [requireWhole(from, name), requireWhole(count, name)]
  if (start < 0) throw requestFailed('$substrBytes: the starting index must not be negative')
  const end = length < 0 ? bytes.length : Math.min(start + length, bytes.length)
  const isInside = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (start < bytes.length && (isInside(start) || isInside(end))) {
    throw requestFailed(
      `${name}: Invalid range, it begins or ends in the middle of a UTF-8 character`,
    )
  }
  return bytes.subarray(start, Math.max(start, end)).toString('utf8')
})

/** The old `$substr` answers an empty text for a negative beginning. */
const $substr: ExpressionOperator = (operand, compiler, name) => {
  const whole = $substrBytes(operand, compiler, name)
  const start = compiler.compile(Array.isArray(operand) ? operand[1] : undefined)
  return (scope) => (Number(start(scope)) < 0 ? '' : whole(scope))
}

const $substrCP = onValues(3, 3, ([value, from, count], name) => {
  const [start, length] = [requireWhole(from, name), requireWhole(count, name)]
  if (start < 0 || length < 0) throw requestFailed('$substrCP: arguments must not be negative')
  return [...asText(value, name)].slice(start, start + length).join('')
})

/** Searches in units: bytes, or whole characters. */
function indexIn(units: (text: string) => (number | string)[]): ExpressionOperator {
  return onValues(2, 4, ([text, part, from = 0, to], name) => {
    if (isNothing(text)) return null
    const whole = units(requireText(text, name))
    const wanted = units(requireText(part, name))
    const [start, end] = [requireWhole(from, name), requireWhole(to ?? whole.length, name)]
    if (start < 0 || end < 0) throw requestFailed(`${name} requires indexes of 0 or more`)
    for (let at = start; at + wanted.length <= Math.min(end, whole.length); at++) {
      if (wanted.every((unit, i) => whole[at + i] === unit)) return at
    }
    return -1
  })
}

const $split = onPresent(2, 2, ([text, separator], name) => {
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return requireText(text, name).split(requireText(separator, name))
})

const defaultBlanks =
  '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trim =
  (atStart: boolean, atEnd: boolean): ExpressionOperator =>
  (operand, { compile }, name) => {
    const parts = named(name, operand, ['input'], ['chars'])
    const input = compile(parts.input)
    const chars = 'chars' in parts ? compile(parts.chars) : undefined
    return (scope) => {
      const text = input(scope)
      const blanks = chars === undefined ? defaultBlanks : chars(scope)
      if (isNothing(text) || isNothing(blanks)) return null
      const unwanted = new Set(requireText(blanks, name))
      const letters = [...requireText(text, name)]
      let [start, end] = [0, letters.length]
      while (atStart && start < end && unwanted.has(letters[start] as string)) start++
      while (atEnd && end > start && unwanted.has(letters[end - 1] as string)) end--
      return letters.slice(start, end).join('')
    }
  }

interface Found {
  match: string
  idx: number
  captures: (string | null)[]
}

/** `idx` counts whole characters. */
function* findAll(text: string, pattern: RegExp): Generator<Found> {
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
    const [whole, ...captures] = match
    const idx = [...text.slice(0, match.index)].length
    yield { match: whole, idx, captures: captures.map((capture) => capture ?? null) }
  }
}

const matching =
  (answer: (found: Generator<Found>) => unknown, nothing: unknown): ExpressionOperator =>
  (operand, { compile }, name) => {
    const parts = named(name, operand, ['input', 'regex'], ['options'])
    const [input, regex] = [compile(parts.input), compile(parts.regex)]
    const options = 'options' in parts ? compile(parts.options) : undefined
    return (scope) => {
      const [text, pattern] = [input(scope), regex(scope)]
      if (isNothing(text) || isNothing(pattern)) return nothing
      const flags = optional(options, scope)
      const source = pattern instanceof RegExp ? pattern.source : requireText(pattern, name)
      const own = pattern instanceof RegExp ? pattern.flags.replace('u', '') : ''
      const compiled = toRegExp(source, own + (isNothing(flags) ? '' : requireText(flags, name)))
      return answer(findAll(requireText(text, name), compiled))
    }
  }

const replacing =
  (replace: (text: string, find: string, by: string) => string): ExpressionOperator =>
  (operand, { compile }, name) => {
    const { input, find, replacement } = named(name, operand, ['input', 'find', 'replacement'])
    const parts = [input, find, replacement].map((part) => compile(part))
    return (scope) => {
      const values = parts.map((part) => part(scope))
      if (values.some(isNothing)) return null
      const [text, wanted, by] = values.map((value) => requireText(value, name))
      return replace(text as string, wanted as string, by as string)
    }
  }

/** Texts: null in, null out where the database says so. */
export const texts: Record<string, ExpressionOperator> = {
  $concat: onPresent(0, any, (parts, name) => {
    const wrong = parts.find((part) => typeof part !== 'string')
    if (wrong !== undefined)
      throw requestFailed(`${name} only supports strings, not ${describe(wrong)}`)
    return parts.join('')
  }),
  $indexOfBytes: indexIn((text) => [...Buffer.from(text, 'utf8')]),
  $indexOfCP: indexIn((text) => [...text]),
  $split,
  $strLenBytes: onValues(1, 1, ([value], name) => Buffer.byteLength(requireText(value, name))),
  $strLenCP: onValues(1, 1, ([value], name) => [...requireText(value, name)].length),
  $strcasecmp: (operand, compiler, name) => {
    const both = onValues(2, 2, (values) => values.map((value) => asText(value, name)))
    const evaluate = both(operand, compiler, name)
    return (scope) => {
      const [a = '', b = ''] = (evaluate(scope) as string[]).map((text) =>
        text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
      )
      return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }
  },
  $substr,
  $substrBytes,
  $substrCP,
  $toLower,
  $toUpper,
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $regexMatch: matching((found) => found.next().done !== true, false),
  $regexFind: matching((found) => found.next().value ?? null, null),
  $regexFindAll: matching((found) => [...found], []),
  $replaceOne: replacing((text, find, by) => text.replace(find, () => by)),
  $replaceAll: replacing((text, find, by) => text.split(find).join(by)),
}
