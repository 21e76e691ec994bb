import { indexPointsMax } from '../limits'
import type { Index } from './catalog'
import { rangesOfQuery } from './geo-query'
import { afterAny, encodeKey, invert, isPlainObject, typeByte, typeOf } from './key'
import type { Sort } from './sorting'
import type { Document } from './values'

/** A stretch of an index: from inclusive, to exclusive; without `to` it runs to the end. */
export interface KeyRange {
  from: Buffer
  to: Buffer | undefined
}

export interface Plan {
  index: Index
  /** Disjoint and in key order. */
  ranges: KeyRange[]
  reverse: boolean
  /** The entries come in the order that was asked for. */
  isSorted: boolean
  score: number
}

/** What a query says about one field, as far as an index can use it. */
interface Bounds {
  points?: unknown[]
  lower?: { value: unknown; inclusive: boolean }
  upper?: { value: unknown; inclusive: boolean }
  /** Stretches of a geo index, relative to what stands before. */
  places?: KeyRange[] | undefined
}

/**
 * Picks the index that narrows the query most: the longest run of equalities from its first field,
 * then one that also gives the order asked for, then a range. `_id` counts as an index. Answers
 * nothing when no index helps; then every document has to be looked at.
 */
export function choosePlan(
  query: Document,
  sort: Sort,
  indexes: readonly Index[],
): Plan | undefined {
  const bounds = readBounds(query)
  let best: Plan | undefined
  for (const index of indexes) {
    const plan = planFor(index, bounds, sort)
    if (plan.score > (best?.score ?? 0)) best = plan
  }
  return best
}

/** Plans for each branch of a `$or` when every branch has an index of its own. */
export function chooseUnion(query: Document, indexes: readonly Index[]): Plan[] | undefined {
  const branches = query.$or
  if (!Array.isArray(branches) || branches.length === 0) return undefined
  const plans: Plan[] = []
  for (const branch of branches) {
    const plan = isPlainObject(branch) ? choosePlan(branch, [], indexes) : undefined
    if (plan === undefined) return undefined
    plans.push(plan)
  }
  return plans
}

function readBounds(query: Document, bounds = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) readBounds(part, bounds)
    } else if (!name.startsWith('$')) {
      const field = bounds.get(name) ?? {}
      bounds.set(name, field)
      readCondition(condition, field)
    }
  }
  return bounds
}

function readCondition(condition: unknown, field: Bounds): void {
  if (!hasOperators(condition)) {
    addPoints(field, [condition])
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator.startsWith('$geo') || operator.startsWith('$near')) {
      field.places ??= rangesOfQuery(operator, operand, condition)
    } else if (operator === '$eq') addPoints(field, [operand])
    else if (operator === '$in' && Array.isArray(operand)) addPoints(field, operand)
    // All of several: those that hold one of them are looked through for the others.
    else if (operator === '$all' && Array.isArray(operand)) {
      const values = operand.filter((item) => !hasOperators(item))
      if (values.length > 0) addPoints(field, values.slice(0, 1))
    } else if (operator === '$gt' || operator === '$gte') {
      if (isRangeable(operand)) field.lower ??= { value: operand, inclusive: operator === '$gte' }
    } else if (operator === '$lt' || operator === '$lte') {
      if (isRangeable(operand)) field.upper ??= { value: operand, inclusive: operator === '$lte' }
    }
  }
}

function hasOperators(condition: unknown): condition is Document {
  return isPlainObject(condition) && Object.keys(condition).some((name) => name.startsWith('$'))
}

function addPoints(field: Bounds, points: unknown[]): void {
  const usable = points.every((point) => {
    const type = typeOf(point)
    return type !== typeByte.array && type !== typeByte.regexp && type !== typeByte.other
  })
  if (usable && points.length <= indexPointsMax) field.points ??= points
}

function isRangeable(value: unknown): boolean {
  const type = typeOf(value)
  return (
    type === typeByte.number ||
    type === typeByte.string ||
    type === typeByte.date ||
    type === typeByte.boolean ||
    type === typeByte.objectId
  )
}

function planFor(index: Index, bounds: Map<string, Bounds>, sort: Sort): Plan {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equalities = 0
  const fixed = new Set<string>()
  let stretches: KeyRange[] | undefined
  let isGeoUsed = false
  for (const { path, direction } of index.keys) {
    const field = bounds.get(path)
    if (direction === '2dsphere') {
      stretches = field?.places
      isGeoUsed = stretches !== undefined
      break
    }
    const points = field?.points
    if (points === undefined || prefixes.length * points.length > indexPointsMax) {
      if (field?.lower !== undefined || field?.upper !== undefined) {
        stretches = [rangeOf(field, direction, index.multikey.includes(path))]
      }
      break
    }
    const encoded = points.map((p) => component(p, direction))
    prefixes = prefixes.flatMap((prefix) => encoded.map((e) => Buffer.concat([prefix, e])))
    equalities++
    if (points.length === 1) fixed.add(path)
  }
  // Documents without a place are not in a geo index: only a geo condition may use it.
  const isGeo = index.keys.some((key) => key.direction === '2dsphere')
  if (isGeo && !isGeoUsed) return unusable(index)
  const order = orderGiven(index, sort, fixed)
  const isUniqueHit = index.isUnique && equalities === index.keys.length
  return {
    index,
    ranges: distinct(prefixes.flatMap((prefix) => within(prefix, stretches))),
    reverse: order === 'reverse',
    isSorted: order !== 'none',
    score:
      equalities * 8 +
      (order !== 'none' && sort.length > 0 ? 4 : 0) +
      (stretches === undefined ? 0 : 2) +
      (isUniqueHit ? 1000 : 0),
  }
}

function within(prefix: Buffer, stretches: readonly KeyRange[] | undefined): KeyRange[] {
  if (stretches === undefined) return [wholeRange(prefix)]
  return stretches.map(({ from, to }) => ({
    from: Buffer.concat([prefix, from]),
    to: to === undefined ? wholeRange(prefix).to : Buffer.concat([prefix, to]),
  }))
}

function unusable(index: Index): Plan {
  return { index, ranges: [], reverse: false, isSorted: false, score: 0 }
}

function component(value: unknown, direction: 1 | -1): Buffer {
  const encoded = encodeKey(value)
  return direction === 1 ? encoded : invert(encoded)
}

function wholeRange(prefix: Buffer): KeyRange {
  return {
    from: prefix,
    to: prefix.length === 0 ? undefined : Buffer.concat([prefix, Buffer.of(afterAny)]),
  }
}

/**
 * A range stays within the type of its bound. On a field that holds arrays only one bound may be
 * used: different elements may fulfil the two.
 */
function rangeOf(
  field: Bounds,
  direction: 1 | -1,
  isMultikey: boolean,
): { from: Buffer; to: Buffer } {
  const lower = field.lower
  const upper = isMultikey && lower !== undefined ? undefined : field.upper
  const type = typeOf((lower ?? upper)?.value)
  const after = (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(afterAny)])
  if (direction === 1) {
    const low = lower === undefined ? undefined : encodeKey(lower.value)
    const high = upper === undefined ? undefined : encodeKey(upper.value)
    return {
      from: low === undefined ? Buffer.of(type) : lower?.inclusive ? low : after(low),
      to: high === undefined ? Buffer.of(type + 1) : upper?.inclusive ? after(high) : high,
    }
  }
  const low = upper === undefined ? undefined : invert(encodeKey(upper.value))
  const high = lower === undefined ? undefined : invert(encodeKey(lower.value))
  return {
    from: low === undefined ? Buffer.of(0xff - type) : upper?.inclusive ? low : after(low),
    to: high === undefined ? Buffer.of(0xff - type + 1) : lower?.inclusive ? after(high) : high,
  }
}

/** Points may repeat (`$in: [1, 1]`), and the order of the query is not the order of keys. */
function distinct(ranges: KeyRange[]): KeyRange[] {
  const sorted = [...ranges].sort((a, b) => Buffer.compare(a.from, b.from))
  return sorted.filter(
    (range, i) => i === 0 || !range.from.equals((sorted[i - 1] as KeyRange).from),
  )
}

/**
 * Entries come in the order of the index's keys. A field that is fixed to one value does not
 * disturb an order, also where it holds arrays: of each document the one entry of that value is
 * met. As what is ordered by, a field that holds arrays gives none.
 */
function orderGiven(index: Index, sort: Sort, fixed: Set<string>): 'forward' | 'reverse' | 'none' {
  const isFixed = (path: string) => fixed.has(path) && !index.multikey.includes(path)
  const wanted = sort.filter(([path]) => !isFixed(path))
  if (wanted.length === 0) return 'forward'
  const keys = index.keys.filter((key) => !fixed.has(key.path))
  let reverse: boolean | undefined
  for (const [i, [path, direction]] of wanted.entries()) {
    const key = keys[i]
    if (key === undefined || key.direction === '2dsphere') return 'none'
    if (key.path !== path || index.multikey.includes(path)) return 'none'
    const isReverse = key.direction !== direction
    if (reverse !== undefined && reverse !== isReverse) return 'none'
    reverse = isReverse
    // `_id` is unique: what follows it cannot change the order.
    if (path === '_id') break
  }
  return reverse ? 'reverse' : 'forward'
}
