import { Context } from 'mingo/core'
import * as expressionOperators from 'mingo/operators/expression'
import * as queryOperators from 'mingo/operators/query'
import { update as mingoUpdate } from 'mingo/updater'
import { CloudError, requestFailed } from '../codes'
import { compareValues, isPlainObject } from './key'
import { checkFieldNames, type Document } from './values'

export type Modifier = Record<string, Document>

const arrayOperators = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop'])
const arithmeticOperators = new Set(['$inc', '$mul'])
const storingOperators = new Set(['$set', '$push', '$addToSet', '$min', '$max'])
const knownOperators = new Set([
  ...arrayOperators,
  ...arithmeticOperators,
  ...storingOperators,
  '$unset',
  '$rename',
  '$bit',
  '$currentDate',
])

const queryOptions = {
  context: Context.init({ query: queryOperators, expression: expressionOperators }),
  scriptEnabled: false,
}

/** Checks the shape of an update once, before any document is touched. */
export function readModifier(data: unknown): Modifier {
  if (!isPlainObject(data)) throw new CloudError('INVALID_PARAM', 'data must be an object')
  const modifier: Modifier = {}
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(data)) {
    if (operator === '$setOnInsert') continue
    if (!operator.startsWith('$')) {
      throw requestFailed('an update needs update operators only, such as $set')
    }
    if (!knownOperators.has(operator)) throw requestFailed(`Unknown modifier: ${operator}`)
    if (!isPlainObject(fields)) {
      throw requestFailed(`Modifiers operate on fields but ${operator} got another type`)
    }
    if (Object.keys(fields).length === 0) continue
    modifier[operator] = fields
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path)
      paths.push(path)
      if (operator === '$rename') paths.push(String(operand))
      if (storingOperators.has(operator)) checkFieldNames(storedValues(operand))
      if (arithmeticOperators.has(operator) && typeof operand !== 'number') {
        throw requestFailed(
          `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}}`,
        )
      }
    }
  }
  refuseOverlaps(paths)
  return modifier
}

/**
 * Applies an update to a document in place. mingo does the work; what it would silently leave
 * undone is refused here, as MongoDB refuses it.
 */
export function applyModifier(document: Document, modifier: Modifier, query: Document): void {
  const rest: Modifier = {}
  for (const [operator, fields] of Object.entries(modifier)) {
    for (const [path, operand] of Object.entries(fields)) {
      if (path.includes('$')) {
        rest[operator] = { ...rest[operator], [path]: operand }
        continue
      }
      const parts = path.split('.')
      checkTarget(document, operator, parts, path)
      if (operator === '$set') assign(document, parts, structuredCloneOf(operand))
      else rest[operator] = { ...rest[operator], [path]: operand }
    }
  }
  if (Object.keys(rest).length === 0) return
  const positional = Object.values(rest).some((fields) =>
    Object.keys(fields).some((path) => path.split('.').includes('$')),
  )
  try {
    mingoUpdate(document, rest as never, [], positional ? query : {}, {
      cloneMode: 'deep',
      queryOptions: queryOptions as never,
    })
  } catch (error) {
    throw requestFailed((error as Error).message)
  }
}

function checkPath(path: string): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) {
    throw requestFailed(`The update path '${path}' contains an empty field name`)
  }
  if (parts[0] === '_id') {
    throw requestFailed(
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
  if (parts[0]?.startsWith('$') || parts.includes('__proto__')) {
    throw requestFailed(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
  }
}

/** One update must not name a field twice, nor a field and something inside it. */
function refuseOverlaps(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const [i, path] of sorted.entries()) {
    for (const other of sorted.slice(i + 1)) {
      if (other === path || other.startsWith(`${path}.`)) {
        throw requestFailed(`Updating the path '${other}' would create a conflict at '${path}'`)
      }
      if (!other.startsWith(path)) break
    }
  }
}

/** `$push: {a: {$each: […], $position: 0}}` stores what stands in `$each`. */
function storedValues(operand: unknown): unknown {
  return isPlainObject(operand) && '$each' in operand ? operand.$each : operand
}

/** Follows the path as far as it exists and refuses where the update cannot be done. */
function checkTarget(
  document: Document,
  operator: string,
  parts: readonly string[],
  path: string,
): void {
  let value: unknown = document
  for (const [i, part] of parts.entries()) {
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) {
        if (operator === '$unset' || operator === '$rename') return
        throw requestFailed(`Cannot create field '${part}' in element {${parts[i - 1]}: [array]}`)
      }
      value = value[Number(part)]
    } else if (isPlainObject(value)) {
      value = Object.hasOwn(value, part) ? value[part] : undefined
    } else {
      if (operator === '$unset' || operator === '$pull' || operator === '$pop') return
      throw requestFailed(
        `Cannot create field '${part}' in element {${parts[i - 1]}: ${String(value)}}`,
      )
    }
    if (value === undefined) return
  }
  if (arithmeticOperators.has(operator) && typeof value !== 'number') {
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${String(document._id)}} has the field '${path}' of non-numeric type`,
    )
  }
  if (arrayOperators.has(operator) && !Array.isArray(value)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${value === null ? 'null' : typeof value} in document {_id: ${String(document._id)}}`,
    )
  }
}

/** `$set` of ours: mingo's leaves an object alone that differs in the order of its keys only. */
function assign(document: Document, parts: readonly string[], operand: unknown): void {
  let target: Document = document
  for (const part of parts.slice(0, -1)) {
    if (target[part] === undefined) target[part] = {}
    target = target[part] as Document
  }
  const last = parts.at(-1) as string
  if (Array.isArray(target)) {
    for (let i = target.length; i < Number(last); i++) target[i] = null
  }
  if (compareValues(target[last], operand) !== 0 || target[last] === undefined) {
    target[last] = operand
  }
}

function structuredCloneOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCloneOf)
  if (value instanceof Date) return new Date(value)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, structuredCloneOf(v)]))
}
