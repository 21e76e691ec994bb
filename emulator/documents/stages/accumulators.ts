import { requestFailed } from '../../codes'
import { compileExpression } from '../expression'
import { mergeObjects } from '../expressions/objects'
import { deviation, extreme } from '../expressions/statistics'
import { encodeKey, isPlainObject } from '../key'
import type { Document } from '../values'

/** Gathers one value of a group. */
interface Accumulator {
  add(value: unknown): void
  result(): unknown
}

function folding<T>(
  start: T,
  step: (state: T, value: unknown) => T,
  result: (state: T) => unknown,
) {
  return (): Accumulator => {
    let state = start
    return {
      add: (value) => {
        state = step(state, value)
      },
      result: () => result(state),
    }
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

function gathering(finish: (numbers: number[]) => unknown) {
  return (): Accumulator => {
    const numbers: number[] = []
    return {
      add: (value) => {
        if (isNumber(value)) numbers.push(value)
      },
      result: () => finish(numbers),
    }
  }
}

const accumulators: Record<string, () => Accumulator> = {
  $sum: folding(
    0,
    (sum, value) => (isNumber(value) ? sum + value : sum),
    (sum) => sum,
  ),
  $avg: folding(
    { sum: 0, count: 0 },
    (state, value) =>
      isNumber(value) ? { sum: state.sum + value, count: state.count + 1 } : state,
    ({ sum, count }) => (count === 0 ? null : sum / count),
  ),
  $first: folding<unknown[]>(
    [],
    (state, value) => (state.length === 0 ? [value] : state),
    ([value]) => value ?? null,
  ),
  $last: folding<unknown>(
    undefined,
    (_state, value) => value,
    (value) => value ?? null,
  ),
  $max: folding<unknown>(
    null,
    (best, value) => extreme([best, value], -1),
    (best) => best,
  ),
  $min: folding<unknown>(
    null,
    (best, value) => extreme([best, value], 1),
    (best) => best,
  ),
  $push: () => {
    const values: unknown[] = []
    return {
      add: (value) => {
        if (value !== undefined) values.push(value)
      },
      result: () => values,
    }
  },
  $addToSet: () => {
    const values = new Map<string, unknown>()
    return {
      add: (value) => {
        if (value === undefined) return
        const key = encodeKey(value).toString('latin1')
        if (!values.has(key)) values.set(key, value)
      },
      result: () => [...values.values()],
    }
  },
  $stdDevPop: gathering((numbers) => deviation(numbers, false)),
  $stdDevSamp: gathering((numbers) => deviation(numbers, true)),
  $mergeObjects: folding<Document>(
    {},
    (merged, value) => mergeObjects([merged, value]),
    (merged) => merged,
  ),
  $count: folding(
    0,
    (count) => count + 1,
    (count) => count,
  ),
}

/** The computed fields of a group, ready to start a new group. */
export interface Output {
  start(): { add(document: unknown): void; result(): Document }
}

/** Compiles `{field: {$sum: …}, …}`. */
export function compileOutput(fields: Document, variables: Document): Output {
  const parts = Object.entries(fields).map(([name, spec]) => {
    if (name.includes('.')) throw requestFailed(`The field name '${name}' cannot contain '.'`)
    if (name.startsWith('$'))
      throw requestFailed(`The field name '${name}' cannot be an operator name`)
    const [operator, ...more] = isPlainObject(spec) ? Object.keys(spec) : []
    if (!isPlainObject(spec) || operator === undefined || !operator.startsWith('$')) {
      throw requestFailed(`The field '${name}' must be an accumulator object`)
    }
    if (more.length > 0) throw requestFailed(`The field '${name}' must specify one accumulator`)
    const start = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
    if (start === undefined) throw requestFailed(`unknown group operator '${operator}'`)
    const operand = spec[operator]
    const only = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
    if (Array.isArray(operand) && operand.length !== 1) {
      throw requestFailed(`The ${operator} accumulator is a unary operator`)
    }
    const evaluate = operator === '$count' ? () => null : compileExpression(only, variables)
    return { name, start, evaluate }
  })
  return {
    start: () => {
      const running = parts.map(({ name, start, evaluate }) => ({ name, evaluate, at: start() }))
      return {
        add: (document) => {
          for (const { evaluate, at } of running) at.add(evaluate(document))
        },
        result: () => Object.fromEntries(running.map(({ name, at }) => [name, at.result()])),
      }
    },
  }
}
