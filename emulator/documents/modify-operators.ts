import { Timestamp } from 'bson'
import { requestFailed } from '../codes'
import { typeName } from './bson-types'
import { compareValues, encodeKey, isPlainObject } from './key'
import { compileQuery, isOperators } from './match'
import { reach } from './paths'
import { checkFieldNames, type Document } from './values'

/** What a field becomes; undefined leaves it as it is. */
type Change = (value: unknown, path: string) => unknown

export interface FieldOperator {
  /** Whether the field and the objects on its way are made when they are missing. */
  makes: boolean
  /** Reads the operand once; refuses what makes no sense for any document. */
  read(operand: unknown, path: string, nowMs: number): Change
}

const setting = (read: FieldOperator['read']): FieldOperator => ({ makes: true, read })
const taking = (read: FieldOperator['read']): FieldOperator => ({ makes: false, read })

function calculation(verb: string, start: number, apply: (a: number, b: number) => number) {
  return setting((operand, path) => {
    if (typeof operand !== 'number') {
      throw requestFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${String(operand)}}`)
    }
    return (value) => {
      if (value === undefined) return apply(start, operand)
      if (typeof value === 'number') return apply(value, operand)
      throw requestFailed(
        `Cannot ${verb} a value of non-numeric type: the field '${path}' is of type ${typeName(value)}`,
      )
    }
  })
}

const bound = (direction: 1 | -1) =>
  setting((operand) => {
    checkFieldNames(operand)
    return (value) =>
      value === undefined || compareValues(operand, value) * direction < 0 ? operand : undefined
  })

function requireList(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value
  throw requestFailed(`The field '${path}' must be an array but is of type ${typeName(value)}`)
}

function wholeNumber(value: unknown, name: string): number {
  if (Number.isInteger(value)) return value as number
  throw requestFailed(`The value for ${name} must be an integer value but was ${String(value)}`)
}

/** What is put into a list: `{$each: […]}` or the operand itself. */
function readEach(operator: string, operand: unknown, modifiers: readonly string[]) {
  const isEach = isPlainObject(operand) && Object.keys(operand)[0]?.startsWith('$') === true
  if (!isEach) {
    checkFieldNames(operand)
    return { items: [operand], clauses: {} as Document }
  }
  const unknown = Object.keys(operand).find((key) => !modifiers.includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknown}`)
  const { $each, ...clauses } = operand
  if (!Array.isArray($each))
    throw requestFailed(`The argument to $each in ${operator} must be an array`)
  checkFieldNames($each)
  return { items: $each, clauses }
}

type Order = (a: unknown, b: unknown) => number

function readSort($sort: unknown): Order {
  if ($sort === 1 || $sort === -1) return (a, b) => compareValues(a, b) * $sort
  if (!isPlainObject($sort) || Object.keys($sort).length === 0) {
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field: 1/-1}',
    )
  }
  const parts = Object.entries($sort).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed('The $sort element value must be 1 or -1')
    if (path.split('.').includes(''))
      throw requestFailed('The $sort field is a dotted field with an empty part')
    return { path: path.split('.'), direction }
  })
  const at = (element: unknown, path: readonly string[]) =>
    isPlainObject(element) ? reach(element, path).values[0] : undefined
  return (a, b) => {
    for (const { path, direction } of parts) {
      const order = compareValues(at(a, path), at(b, path))
      if (order !== 0) return order * direction
    }
    return 0
  }
}

/** Puts in at the position, then sorts, then cuts: in this order, however it is written. */
const $push = setting((operand, path) => {
  const names = ['$each', '$position', '$slice', '$sort']
  const { items, clauses } = readEach('$push', operand, names)
  const order = '$sort' in clauses ? readSort(clauses.$sort) : undefined
  const slice = '$slice' in clauses ? wholeNumber(clauses.$slice, '$slice') : undefined
  const position = '$position' in clauses ? wholeNumber(clauses.$position, '$position') : undefined
  return (value) => {
    const list = value === undefined ? [] : [...requireList(value, path)]
    list.splice(position ?? list.length, 0, ...items)
    if (order !== undefined) list.sort(order)
    if (slice === undefined) return list
    return slice >= 0 ? list.slice(0, slice) : list.slice(slice)
  }
})

const keyOf = (value: unknown) => encodeKey(value).toString('latin1')

const $addToSet = setting((operand, path) => {
  const { items } = readEach('$addToSet', operand, ['$each'])
  return (value) => {
    const list = value === undefined ? [] : [...requireList(value, path)]
    const known = new Set(list.map(keyOf))
    for (const item of items) {
      if (known.has(keyOf(item))) continue
      known.add(keyOf(item))
      list.push(item)
    }
    return list
  }
})

/** An object is a query on the elements, operators are conditions on them, the rest is equality. */
const $pull = taking((operand, path) => {
  let isGone: (element: unknown) => boolean
  if (isOperators(operand) || operand instanceof RegExp) {
    const holds = compileQuery({ list: { $elemMatch: asElementQuery(operand) } })
    isGone = (element) => holds({ list: [element] })
  } else if (isPlainObject(operand)) {
    const holds = compileQuery(operand)
    isGone = (element) => isPlainObject(element) && holds(element)
  } else {
    isGone = (element) => compareValues(element, operand) === 0
  }
  return (value) =>
    value === undefined ? undefined : requireList(value, path).filter((element) => !isGone(element))
})

function asElementQuery(operand: Document | RegExp): Document {
  return operand instanceof RegExp ? { $regex: operand } : operand
}

const $pullAll = taking((operand, path) => {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument')
  const gone = new Set(operand.map(keyOf))
  return (value) =>
    value === undefined
      ? undefined
      : requireList(value, path).filter((element) => !gone.has(keyOf(element)))
})

const $pop = taking((operand, path) => {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1')
  return (value) => {
    if (value === undefined) return undefined
    const list = requireList(value, path)
    return operand === 1 ? list.slice(0, -1) : list.slice(1)
  }
})

const bitwise: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const $bit = setting((operand, path) => {
  const steps = Object.entries(isPlainObject(operand) ? operand : {}).map(([name, by]) => {
    const apply = Object.hasOwn(bitwise, name) ? bitwise[name] : undefined
    if (apply === undefined) throw requestFailed(`The $bit modifier only supports and, or, and xor`)
    if (!Number.isSafeInteger(by)) throw requestFailed('The $bit modifier field must be an Integer')
    return (value: bigint) => apply(value, BigInt(by as number))
  })
  if (steps.length === 0) throw requestFailed(`You must pass in at least one bitwise operation`)
  return (value = 0) => {
    if (!Number.isSafeInteger(value)) {
      throw requestFailed(`Cannot apply $bit to a value of non-integral type: the field '${path}'`)
    }
    return Number(steps.reduce((bits, step) => step(bits), BigInt(value as number)))
  }
})

const $currentDate = setting((operand, _path, nowMs) => {
  const type = isPlainObject(operand) ? operand.$type : undefined
  if (type === 'timestamp') {
    const now = new Timestamp({ t: Math.floor(nowMs / 1000), i: 1 })
    return () => now
  }
  if (typeof operand !== 'boolean' && type !== 'date') {
    throw requestFailed("The '$type' string field is required to be 'date' or 'timestamp'")
  }
  return () => new Date(nowMs)
})

/** The update operators that change one field by what it holds. */
export const fieldOperators: Record<string, FieldOperator> = {
  $set: setting((operand) => {
    checkFieldNames(operand)
    return () => operand
  }),
  $inc: calculation('increment', 0, (a, b) => a + b),
  $mul: calculation('multiply', 0, (a, b) => a * b),
  $min: bound(1),
  $max: bound(-1),
  $push,
  $addToSet,
  $pull,
  $pullAll,
  $pop,
  $bit,
  $currentDate,
}
