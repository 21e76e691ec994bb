import { Decimal128, ObjectId } from 'bson'
import { requestFailed } from '../../codes'
import { typeName } from '../bson-types'
import { type ExpressionOperator, named, onValues } from './arguments'
import { isNothing } from './truth'

type Convert = (value: unknown) => unknown

/** Answers undefined for what cannot be converted. */
const converters: Record<string, Convert> = {
  double: toNumber,
  decimal: toNumber,
  int: (value) => whole(value, 2 ** 31),
  long: (value) => whole(value, 2 ** 53),
  bool: (value) => (typeof value === 'number' ? value !== 0 : typeof value !== 'boolean' || value),
  string: (value) => {
    if (value instanceof Date) return value.toISOString()
    const isPrintable =
      ['string', 'number', 'boolean'].includes(typeof value) ||
      value instanceof ObjectId ||
      value instanceof Decimal128
    return isPrintable ? String(value) : undefined
  },
  date: (value) => {
    if (value instanceof Date) return value
    if (value instanceof ObjectId) return value.getTimestamp()
    if (typeof value !== 'number' && typeof value !== 'string') return undefined
    const date = new Date(value)
    return Number.isNaN(date.getTime()) ? undefined : date
  },
  objectId: (value) => {
    if (value instanceof ObjectId) return value
    return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)
      ? new ObjectId(value)
      : undefined
  },
}

const numbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) {
    return undefined
  }
  return Number(value)
}

function whole(value: unknown, limit: number): number | undefined {
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) return undefined
  const number = toNumber(value)
  if (number === undefined || !Number.isFinite(number)) return undefined
  const cut = Math.trunc(number)
  return cut >= -limit && cut < limit ? cut : undefined
}

function convert(value: unknown, to: string, name: string): unknown {
  const converter = Object.hasOwn(converters, to) ? converters[to] : undefined
  if (converter === undefined) throw requestFailed(`${name}: unknown type name: ${to}`)
  const converted = converter(value)
  if (converted !== undefined) return converted
  throw requestFailed(
    `Failed to convert ${typeName(value)} to ${to} in ${name} with no onError value`,
  )
}

const to = (type: string) =>
  onValues(1, 1, ([value], name) => (isNothing(value) ? null : convert(value, type, name)))

const $convert: ExpressionOperator = (operand, { compile }, name) => {
  const parts = named(name, operand, ['input', 'to'], ['onError', 'onNull'])
  const [input, type] = [compile(parts.input), compile(parts.to)]
  const onNull = 'onNull' in parts ? compile(parts.onNull) : () => null
  const onError = 'onError' in parts ? compile(parts.onError) : undefined
  return (scope) => {
    const [value, wanted] = [input(scope), type(scope)]
    if (isNothing(value)) return onNull(scope)
    if (isNothing(wanted)) return null
    const typeNamed = typeof wanted === 'number' ? (numbers[wanted] ?? '') : String(wanted)
    try {
      return convert(value, typeNamed, name)
    } catch (error) {
      if (onError === undefined) throw error
      return onError(scope)
    }
  }
}

/** Types of values, and from one to another. */
export const conversions: Record<string, ExpressionOperator> = {
  $type: onValues(1, 1, ([value]) => typeName(value)),
  $isNumber: onValues(1, 1, ([value]) => typeof value === 'number'),
  $convert,
  $toString: to('string'),
  $toBool: to('bool'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toDouble: to('double'),
  $toDecimal: to('decimal'),
  $toDate: to('date'),
  $toObjectId: to('objectId'),
}
