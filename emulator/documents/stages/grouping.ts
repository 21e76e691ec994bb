import { requestFailed } from '../../codes'
import { compileExpression } from '../expression'
import { compareValues, encodeKey, isPlainObject, typeOf } from '../key'
import { sortBy } from '../sorting'
import type { Document } from '../values'
import { compileOutput, type Output } from './accumulators'
import { type Rounder, rounderOf } from './preferred-numbers'
import { readCount } from './shaping'
import type { CompileStage } from './stage'

type Group = ReturnType<Output['start']> & { id: unknown }

const $group: CompileStage = (value, { variables }) => {
  if (!isPlainObject(value)) throw requestFailed("a group's fields must be specified in an object")
  if (!('_id' in value)) throw requestFailed('a group specification must include an _id')
  const { _id, ...fields } = value
  const idOf = compileExpression(_id, variables)
  const output = compileOutput(fields, variables)
  return function* (documents) {
    const groups = new Map<string, Group>()
    for (const document of documents) {
      const id = idOf(document) ?? null
      const key = encodeKey(id).toString('latin1')
      let group = groups.get(key)
      if (group === undefined) {
        group = { id, ...output.start() }
        groups.set(key, group)
      }
      group.add(document)
    }
    for (const group of groups.values()) yield { _id: group.id, ...group.result() }
  }
}

/** What documents are sorted into buckets by: a path or an operator, not a constant. */
function groupBy(name: string, expression: unknown, variables: Document) {
  const isPath = typeof expression === 'string' && expression.startsWith('$')
  const isOperator = isPlainObject(expression) && Object.keys(expression)[0]?.startsWith('$')
  if (!isPath && !isOperator) {
    throw requestFailed(`the ${name} field must be defined as a $-prefixed path or an expression`)
  }
  return compileExpression(expression, variables)
}

function options(name: string, value: unknown, names: readonly string[]): Document {
  if (!isPlainObject(value)) throw requestFailed(`Argument to ${name} stage must be an object`)
  const unknown = Object.keys(value).find((key) => !names.includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to ${name}: ${unknown}`)
  return value
}

function readOutput(output: unknown, variables: Document): Output {
  if (output !== undefined && !isPlainObject(output)) {
    throw requestFailed("the 'output' field must be an object")
  }
  return compileOutput(output ?? { count: { $sum: 1 } }, variables)
}

function readBoundaries(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length < 2) {
    throw requestFailed("the 'boundaries' field must have at least 2 values")
  }
  // They are constants; expressions of constants are allowed.
  const boundaries = value.map((item) => compileExpression(item)({}))
  for (const [i, boundary] of boundaries.entries()) {
    if (i === 0) continue
    const before = boundaries[i - 1]
    if (typeOf(before) !== typeOf(boundary) || compareValues(before, boundary) >= 0) {
      throw requestFailed("the 'boundaries' must be of one type and in ascending order")
    }
  }
  return boundaries
}

const $bucket: CompileStage = (value, { variables }) => {
  const names = ['groupBy', 'boundaries', 'default', 'output']
  const spec = options('$bucket', value, names)
  const keyOf = groupBy("$bucket 'groupBy'", spec.groupBy, variables)
  const boundaries = readBoundaries(spec.boundaries)
  const otherwise = 'default' in spec ? compileExpression(spec.default)({}) : undefined
  const [low, high] = [boundaries[0], boundaries.at(-1)]
  const isInside =
    otherwise !== undefined &&
    compareValues(otherwise, low) >= 0 &&
    compareValues(otherwise, high) < 0
  if (isInside) throw requestFailed("the $bucket 'default' must be outside of the 'boundaries'")
  const output = readOutput(spec.output, variables)
  const bucketOf = (key: unknown) => {
    let found: unknown
    if (key !== undefined && compareValues(key, high) < 0) {
      found = boundaries.findLast((boundary) => compareValues(key, boundary) >= 0)
    }
    if (found !== undefined) return found
    if (otherwise !== undefined) return otherwise
    throw requestFailed('$bucket could not find a matching branch for an input, and no default')
  }
  return function* (documents) {
    const groups = new Map<string, Group>()
    for (const document of documents) {
      const id = bucketOf(keyOf(document))
      const name = encodeKey(id).toString('latin1')
      const group = groups.get(name) ?? { id, ...output.start() }
      groups.set(name, group)
      group.add(document)
    }
    for (const { id, result } of sortBy(groups.values(), (group) => encodeKey(group.id))) {
      yield { _id: id, ...result() }
    }
  }
}

interface Bucket {
  min: unknown
  max: unknown
  items: { key: unknown; document: Document }[]
}

/** Even parts of what is sorted; equal values stay together, so that there may be fewer buckets. */
function evenBuckets(
  items: Bucket['items'],
  count: number,
  rounder: Rounder | undefined,
): Bucket[] {
  const buckets: Bucket[] = []
  const size = Math.max(Math.round(items.length / count), 1)
  let at = 0
  while (at < items.length && buckets.length < count) {
    const from = at
    at = buckets.length === count - 1 ? items.length : Math.min(at + size, items.length)
    const greatest = items[at - 1]?.key
    const limit = rounder === undefined ? greatest : rounder.up(greatest as number)
    const belongs = (key: unknown) =>
      compareValues(key, greatest) === 0 || (rounder !== undefined && compareValues(key, limit) < 0)
    while (at < items.length && belongs(items[at]?.key)) at++
    const max =
      rounder === undefined ? items[at - 1]?.key : rounder.up(items[at - 1]?.key as number)
    const first = items[from]?.key
    const before = buckets.at(-1)
    const min = rounder === undefined ? first : (before?.max ?? rounder.down(first as number))
    if (before !== undefined) before.max = min
    buckets.push({ min, max, items: items.slice(from, at) })
  }
  return buckets
}

const $bucketAuto: CompileStage = (value, { variables }) => {
  const spec = options('$bucketAuto', value, ['groupBy', 'buckets', 'output', 'granularity'])
  const keyOf = groupBy("$bucketAuto 'groupBy'", spec.groupBy, variables)
  const count = readCount("$bucketAuto 'buckets' field", spec.buckets, 1)
  const output = readOutput(spec.output, variables)
  const rounder = spec.granularity === undefined ? undefined : rounderOf(spec.granularity)
  return function* (documents) {
    const items = Array.from(documents, (document) => ({ key: keyOf(document) ?? null, document }))
    for (const { key } of items) {
      if (rounder !== undefined && (typeof key !== 'number' || !(key >= 0))) {
        throw requestFailed(
          '$bucketAuto can specify a granularity with numeric values of 0 or more',
        )
      }
    }
    const sorted = sortBy(items, ({ key }) => encodeKey(key))
    for (const { min, max, items: inside } of evenBuckets(sorted, count, rounder)) {
      const group = output.start()
      for (const { document } of inside) group.add(document)
      yield { _id: { min, max }, ...group.result() }
    }
  }
}

const $sortByCount: CompileStage = (value, context) => {
  groupBy('$sortByCount', value, context.variables)
  const group = $group({ _id: value, count: { $sum: 1 } }, context)
  return (documents) => sortBy(group(documents), ({ count }) => encodeKey(-(count as number)))
}

/** Stages that gather documents into groups. */
export const groupingStages: Record<string, CompileStage> = {
  $group,
  $bucket,
  $bucketAuto,
  $sortByCount,
}
