import { requestFailed } from '../codes'
import { typeTest } from './bson-types'
import { geoIntersects, geoWithin, nearTest } from './geo-query'
import { compareValues, isPlainObject, typeOf } from './key'
import { candidates, reach } from './paths'
import { toRegExp } from './regular-expression'
import type { Document } from './values'

type Matches = (document: unknown) => boolean
type ValueTest = (value: unknown) => boolean

interface Condition {
  /** Empty inside `$elemMatch`: the tested thing is the value itself, its elements are not entered. */
  path: readonly string[]
  operand: unknown
  /** All operators of the field: `$regex` reads `$options` from them. */
  siblings: Document
  compile: (query: Document) => Matches
  compileAt: (path: readonly string[], condition: Document) => Matches
}

type Build = (condition: Condition) => Matches

/** An operator that holds when one of the reached values, or an element of one, fulfils it. */
function some(test: (condition: Condition) => ValueTest): Build {
  return (condition) => {
    const holds = test(condition)
    const { path } = condition
    const [name] = path
    if (name === undefined) return holds
    if (path.length > 1) return (document) => candidates(document, path).some(holds)
    // The commonest case without a list of candidates.
    return (document) => {
      if (!isPlainObject(document)) return false
      const value = Object.hasOwn(document, name) ? document[name] : undefined
      return holds(value) || (Array.isArray(value) && value.some(holds))
    }
  }
}

function not(build: Build): Build {
  return (condition) => {
    const holds = build(condition)
    return (document) => !holds(document)
  }
}

function equalTo(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (v) => v === null || v === undefined
  if (typeof operand === 'string' || typeof operand === 'boolean') return (v) => v === operand
  return (value) => compareValues(value, operand) === 0
}

/** In lists a regular expression is a pattern, and also equal to itself. */
function equalOrPattern(operand: unknown): ValueTest {
  return operand instanceof RegExp ? patternTest(operand) : equalTo(operand)
}

function patternTest(pattern: RegExp): ValueTest {
  const same = equalTo(pattern)
  return (value) => (typeof value === 'string' ? pattern.test(value) : same(value))
}

const isNaNValue = (value: unknown) => typeof value === 'number' && Number.isNaN(value)

/** Comparisons stay within one type; NaN is neither less nor greater than any number. */
function ordered(name: string, holds: (order: number) => boolean): Build {
  return some(({ operand }) => {
    if (operand instanceof RegExp) throw requestFailed(`Can't have RegEx as arg to ${name}.`)
    const type = typeOf(operand)
    if (isNaNValue(operand)) return (value) => isNaNValue(value) && holds(0)
    return (value) =>
      typeOf(value) === type && !isNaNValue(value) && holds(compareValues(value, operand))
  })
}

const $eq = some(({ operand }) => equalTo(operand))

const $ne: Build = (condition) => {
  if (condition.operand instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.")
  return not($eq)(condition)
}

const $in = some(({ operand }) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
  if (operand.some((item) => isPlainObject(item) && Object.keys(item)[0]?.startsWith('$'))) {
    throw requestFailed('cannot nest $ under $in')
  }
  const tests = operand.map(equalOrPattern)
  return (value) => tests.some((test) => test(value))
})

function elementTest({ operand, compile, compileAt }: Condition): ValueTest {
  if (!isPlainObject(operand)) throw requestFailed('$elemMatch needs an Object')
  const first = Object.keys(operand)[0] ?? ''
  const isOnValues =
    first.startsWith('$') && !['$and', '$or', '$nor', '$expr', '$jsonSchema'].includes(first)
  if (isOnValues) return compileAt([], operand)
  const holds = compile(operand)
  return (element) =>
    isPlainObject(element)
      ? holds(element)
      : Array.isArray(element) && holds(Object.assign({}, element))
}

const $elemMatch: Build = (condition) => {
  const { path } = condition
  const holds = elementTest(condition)
  return (document) =>
    reach(document, path).values.some((value) => Array.isArray(value) && value.some(holds))
}

const $all: Build = (condition) => {
  const { operand } = condition
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const firstOf = (item: unknown) => (isPlainObject(item) ? Object.keys(item)[0] : undefined)
  const isConditions = firstOf(operand[0]) === '$elemMatch'
  const tests = operand.map((item) => {
    const first = firstOf(item)
    if (isConditions !== (first === '$elemMatch')) {
      throw requestFailed('$all/$elemMatch has to be consistent')
    }
    if (first === '$elemMatch') {
      return $elemMatch({ ...condition, operand: (item as Document).$elemMatch })
    }
    if (first?.startsWith('$')) throw requestFailed('no $ expressions in $all')
    return some(() => equalOrPattern(item))(condition)
  })
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

const $exists: Build = ({ path, operand }) => {
  const wanted = operand !== false && operand !== 0 && operand !== null
  return (document) => reach(document, path).values.some((value) => value !== undefined) === wanted
}

const $size: Build = ({ path, operand }) => {
  if (!Number.isInteger(operand)) throw requestFailed('$size must be a whole number')
  if ((operand as number) < 0) throw requestFailed('$size may not be negative')
  return (document) =>
    reach(document, path).values.some((value) => Array.isArray(value) && value.length === operand)
}

const $mod = some(({ operand }) => {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array')
  if (operand.length !== 2) throw requestFailed('malformed mod, needs two elements')
  const [divisor, remainder] = operand.map((part) =>
    typeof part === 'number' ? Math.trunc(part) : Number.NaN,
  ) as [number, number]
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) {
    throw requestFailed('malformed mod, divisor and remainder must be numbers')
  }
  if (divisor === 0) throw requestFailed('divisor cannot be 0')
  // `-4 % 2` is -0 here: equal to 0 all the same.
  return (value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder
})

const $regex = some(({ operand, siblings }) => {
  const { $options } = siblings
  if ($options !== undefined && typeof $options !== 'string') {
    throw requestFailed('$options has to be a string')
  }
  if (operand instanceof RegExp) {
    return patternTest($options === undefined ? operand : toRegExp(operand.source, $options))
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string')
  return patternTest(toRegExp(operand, $options ?? ''))
})

const $type = some(({ operand }) => {
  const types = Array.isArray(operand) ? operand : [operand]
  if (types.length === 0) throw requestFailed('$type must match at least one type')
  const tests = types.map(typeTest)
  return (value) => tests.some((test) => test(value))
})

const $not: Build = (condition) => {
  const { operand } = condition
  if (operand instanceof RegExp) return not($regex)({ ...condition, siblings: {} })
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) {
    throw requestFailed('$not needs a regex or a document')
  }
  const unknown = Object.keys(operand).find((key) => !key.startsWith('$'))
  if (unknown !== undefined) throw requestFailed(`unknown operator: ${unknown}`)
  const holds = condition.compileAt(condition.path, operand)
  return (document) => !holds(document)
}

/** Tests of single bits: of a mask, or of the positions named. */
function bits(name: string, holds: (value: bigint, mask: bigint) => boolean): Build {
  return some(({ operand }) => {
    let mask = 0n
    if (Array.isArray(operand) && operand.every((at) => Number.isInteger(at) && at >= 0)) {
      for (const at of operand) mask |= 1n << BigInt(at as number)
    } else if (Number.isSafeInteger(operand) && (operand as number) >= 0) {
      mask = BigInt(operand as number)
    } else {
      throw requestFailed(`${name} takes an Array, a number, or a BinData`)
    }
    return (value) => Number.isSafeInteger(value) && holds(BigInt(value as number), mask)
  })
}

/** The operators that stand under a field's name. */
export const fieldOperators: Record<string, Build> = {
  $eq,
  $ne,
  $in,
  $nin: not($in),
  $lt: ordered('$lt', (order) => order < 0),
  $lte: ordered('$lte', (order) => order <= 0),
  $gt: ordered('$gt', (order) => order > 0),
  $gte: ordered('$gte', (order) => order >= 0),
  $not,
  $elemMatch,
  $all,
  $exists,
  $size,
  $mod,
  $regex,
  $type,
  $bitsAllSet: bits('$bitsAllSet', (value, mask) => (value & mask) === mask),
  $bitsAllClear: bits('$bitsAllClear', (value, mask) => (value & mask) === 0n),
  $bitsAnySet: bits('$bitsAnySet', (value, mask) => (value & mask) !== 0n),
  $bitsAnyClear: bits('$bitsAnyClear', (value, mask) => (value & mask) !== mask),
  $geoWithin: ({ path, operand }) => geoWithin(path, operand),
  $geoIntersects: ({ path, operand }) => geoIntersects(path, operand),
  $nearSphere: ({ path, operand, siblings }) => nearTest(path, operand, siblings),
  $near: ({ path, operand, siblings }) => nearTest(path, operand, siblings),
  $maxDistance: ({ siblings }) => besideNear(siblings),
  $minDistance: ({ siblings }) => besideNear(siblings),
}

function besideNear(siblings: Document): Matches {
  if ('$near' in siblings || '$nearSphere' in siblings) return () => true
  throw requestFailed('$maxDistance and $minDistance stand beside $near only')
}
