import { Context } from 'mingo/core'
import * as expressionOperators from 'mingo/operators/expression'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Any, Options } from 'mingo/types'
import { CloudError, requestFailed } from '../codes'
import { compareValues, isPlainObject, typeByte, typeOf } from './key'
import { candidates, reach } from './paths'
import type { Document } from './values'

export type Matches = (document: Document) => boolean

/**
 * Compiles a query. mingo reads the query and combines its parts; the operators below replace
 * mingo's where they differ from MongoDB: type bracketing, null and missing, elements of arrays,
 * key order of objects, `$elemMatch` on scalars.
 */
export function compileQuery(query: Document): Matches {
  refuseUnknownOperators(query)
  const compiled = refusing(() => new Query(query, { context, scriptEnabled: false }))
  return (document) => refusing(() => compiled.test(document))
}

/** What mingo throws is a refusal of the query, not a failure of the cloud. */
function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof CloudError ? error : requestFailed((error as Error).message)
  }
}

type Predicate = (document: Any) => boolean
type Operator = (selector: string, operand: Any, options: Options) => Predicate

/** An operator that holds when one of the reached values fulfils it. */
function some(test: (operand: Any) => (value: unknown) => boolean): Operator {
  return (selector, operand) => {
    const path = selector.split('.')
    const holds = test(operand)
    return (document) => candidates(document, path).some(holds)
  }
}

function not(operator: Operator): Operator {
  return (selector, operand, options) => {
    const holds = operator(selector, operand, options)
    return (document) => !holds(document)
  }
}

const equals = (operand: Any) => (value: unknown) => {
  if (operand instanceof RegExp && typeof value === 'string') return operand.test(value)
  return compareValues(value, operand) === 0
}

function ordered(holds: (order: number) => boolean): Operator {
  return some((operand) => {
    const type = typeOf(operand)
    return (value) => typeOf(value) === type && holds(compareValues(value, operand))
  })
}

const $eq = some(equals)

const $in: Operator = (selector, operand, options) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
  const tests = operand.map(equals)
  return some(() => (value) => tests.some((test) => test(value)))(selector, operand, options)
}

/** Whether each name of a criterion is an operator: `{$gt: 1}` and not `{a: 1}`. */
function isOperatorsOnly(criterion: Document): boolean {
  const names = Object.keys(criterion)
  return (
    names.length > 0 &&
    names.every((name) => name.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(name))
  )
}

function elementTest(criterion: Any): (element: unknown) => boolean {
  if (!isPlainObject(criterion)) throw requestFailed('$elemMatch needs an Object')
  if (isOperatorsOnly(criterion)) {
    const query = new Query({ element: criterion }, { context, scriptEnabled: false })
    return (element) => query.test({ element })
  }
  const query = new Query(criterion, { context, scriptEnabled: false })
  return (element) => isPlainObject(element) && query.test(element)
}

const $elemMatch: Operator = (selector, operand) => {
  const path = selector.split('.')
  const holds = elementTest(operand)
  return (document) =>
    reach(document, path).values.some((value) => Array.isArray(value) && value.some(holds))
}

const $all: Operator = (selector, operand, options) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const tests = operand.map((item) =>
    isPlainObject(item) && '$elemMatch' in item
      ? $elemMatch(selector, item.$elemMatch, options)
      : $eq(selector, item, options),
  )
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

const $exists: Operator = (selector, operand) => {
  const path = selector.split('.')
  const wanted = Boolean(operand)
  return (document) => reach(document, path).values.some((value) => value !== undefined) === wanted
}

const $size: Operator = (selector, operand) => {
  if (!Number.isInteger(operand) || (operand as number) < 0) {
    throw requestFailed('$size may not be negative and needs a whole number')
  }
  const path = selector.split('.')
  return (document) =>
    reach(document, path).values.some((value) => Array.isArray(value) && value.length === operand)
}

const $mod = some((operand) => {
  const [divisor, remainder] = Array.isArray(operand) ? operand.map(Number) : []
  if (divisor === undefined || remainder === undefined) {
    throw requestFailed('malformed mod, needs to be an array of two numbers')
  }
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0')
  return (value) =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder)
})

const $regex = some((operand) => {
  const pattern = operand instanceof RegExp ? operand : new RegExp(String(operand))
  return (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof RegExp && equals(pattern)(value)
})

const typeNames: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' && !isInt32(value),
  int: isInt32,
  long: (value) => typeof value === 'number' && Number.isInteger(value) && !isInt32(value),
  number: (value) => typeOf(value) === typeByte.number,
  string: (value) => typeof value === 'string',
  object: isPlainObject,
  array: Array.isArray,
  binData: (value) => typeOf(value) === typeByte.binary,
  objectId: (value) => typeOf(value) === typeByte.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
}
const typeNumbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
}

const $type = some((operand) => {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((type) => {
    const test = typeNames[typeof type === 'number' ? (typeNumbers[type] ?? '') : String(type)]
    if (test === undefined) throw requestFailed(`Unknown type name alias: ${String(type)}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
})

const corrected: Record<`$${string}`, Operator> = {
  $eq,
  $ne: not($eq),
  $in,
  $nin: not($in),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $elemMatch,
  $all,
  $exists,
  $size,
  $mod,
  $regex,
  $type,
}

/** What a query may name: mingo's operators with the corrected ones in their place. */
export const queryContext: Context = Context.init({
  query: { ...queryOperators, ...corrected },
  expression: expressionOperators,
})
const context = queryContext

/** mingo takes an unknown `$name` inside a field's object for a value in some places. */
function refuseUnknownOperators(query: Document): void {
  for (const [name, operand] of Object.entries(query)) {
    if (!isPlainObject(operand)) continue
    const names = Object.keys(operand)
    const operators = names.filter((inner) => inner.startsWith('$'))
    if (operators.length > 0 && operators.length < names.length && !name.startsWith('$')) {
      throw requestFailed(`unknown operator: ${names.find((inner) => !inner.startsWith('$'))}`)
    }
    for (const operator of operators) {
      if (['$nearSphere', '$near', '$geoWithin', '$geoIntersects'].includes(operator)) {
        throw requestFailed(`the local cloud has no geo queries: ${operator}`)
      }
    }
  }
}
