import { Decimal128, Timestamp } from 'bson'
import { requestFailed } from '../codes'
import { isPlainObject, typeByte, typeOf } from './key'

/**
 * The database's names of types. Numbers are JavaScript's: whole ones that fit in 32 bits are
 * `int`, other whole ones `long`, the rest `double`.
 */
const tests: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  string: (value) => typeof value === 'string',
  object: isPlainObject,
  array: Array.isArray,
  binData: (value) => typeOf(value) === typeByte.binary,
  objectId: (value) => typeOf(value) === typeByte.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  int: isInt32,
  timestamp: (value) => value instanceof Timestamp,
  long: (value) => typeof value === 'number' && Number.isInteger(value) && !isInt32(value),
  decimal: (value) => value instanceof Decimal128,
  number: (value) => typeOf(value) === typeByte.number,
  // Types that the SDK cannot send, so that nothing stored has them.
  undefined: () => false,
  dbPointer: () => false,
  javascript: () => false,
  symbol: () => false,
  javascriptWithScope: () => false,
  minKey: () => false,
  maxKey: () => false,
}

const names: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31
}

/** A test for a type by its name or its number; refuses what names none. */
export function typeTest(type: unknown): (value: unknown) => boolean {
  const name = typeof type === 'number' ? names[type] : type
  const test = typeof name === 'string' && Object.hasOwn(tests, name) ? tests[name] : undefined
  if (test === undefined) throw requestFailed(`Unknown type name alias: ${String(type)}`)
  return test
}

/** The name of a value's type, `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  for (const [name, test] of Object.entries(tests)) if (test(value)) return name
  return 'object'
}
