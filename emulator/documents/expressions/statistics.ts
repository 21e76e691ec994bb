import { compareValues } from '../key'
import type { ExpressionOperator } from './arguments'
import { isNothing } from './truth'

const numbers = (values: readonly unknown[]) =>
  values.filter((value): value is number => typeof value === 'number')

/** Adds what is a number and passes over the rest. */
export function sum(values: readonly unknown[]): number {
  return numbers(values).reduce((total, value) => total + value, 0)
}

export function average(values: readonly unknown[]): number | null {
  const all = numbers(values)
  return all.length === 0 ? null : sum(all) / all.length
}

/** The least or greatest value in the database's order; null and missing are passed over. */
export function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  let best: unknown = null
  for (const value of values) {
    if (isNothing(value)) continue
    if (best === null || compareValues(value, best) * direction < 0) best = value
  }
  return best
}

/** The standard deviation of a whole population, or estimated from a sample. */
export function deviation(values: readonly unknown[], isSample: boolean): number | null {
  let [count, mean, squares] = [0, 0, 0]
  for (const value of numbers(values)) {
    count++
    const distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }
  const by = isSample ? count - 1 : count
  return by < 1 ? null : Math.sqrt(squares / by)
}

/** One argument that is a list stands for its elements. */
const over =
  (apply: (values: unknown[]) => unknown): ExpressionOperator =>
  (operand, { compile }) => {
    const isList = Array.isArray(operand) && operand.length !== 1
    if (isList) {
      const parts = operand.map((part) => compile(part))
      return (scope) => apply(parts.map((part) => part(scope)))
    }
    const evaluate = compile(Array.isArray(operand) ? operand[0] : operand)
    return (scope) => {
      const value = evaluate(scope)
      return apply(Array.isArray(value) ? value : [value])
    }
  }

/** The accumulators of `$group` that are also expressions on lists. */
export const statistics: Record<string, ExpressionOperator> = {
  $sum: over(sum),
  $avg: over(average),
  $max: over((values) => extreme(values, -1)),
  $min: over((values) => extreme(values, 1)),
  $stdDevPop: over((values) => deviation(values, false)),
  $stdDevSamp: over((values) => deviation(values, true)),
}
