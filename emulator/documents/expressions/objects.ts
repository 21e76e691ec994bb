import { requestFailed } from '../../codes'
import { isPlainObject } from '../key'
import type { ExpressionOperator } from './arguments'
import { describe, onPresent, onValues, requireList } from './arguments'
import { isNothing } from './truth'

/** Later objects overwrite earlier ones; null and missing are left out. */
export function mergeObjects(values: readonly unknown[]): Record<string, unknown> {
  const merged: Record<string, unknown> = {}
  for (const value of values) {
    if (isNothing(value)) continue
    if (!isPlainObject(value)) {
      throw requestFailed(`$mergeObjects requires object inputs, but input is ${describe(value)}`)
    }
    Object.assign(merged, value)
  }
  return merged
}

function pair(item: unknown): [string, unknown] {
  const [key, value] = Array.isArray(item) ? item : isPlainObject(item) ? [item.k, item.v] : []
  const isPair = Array.isArray(item)
    ? item.length === 2
    : isPlainObject(item) && Object.keys(item).sort().join() === 'k,v'
  if (!isPair || typeof key !== 'string') {
    throw requestFailed('$arrayToObject requires pairs: [key, value] or {k: key, v: value}')
  }
  return [key, value]
}

/** Objects and their fields as lists. */
export const objects: Record<string, ExpressionOperator> = {
  $mergeObjects: onValues(0, Number.POSITIVE_INFINITY, mergeObjects),
  $objectToArray: onPresent(1, 1, ([value]) => {
    if (!isPlainObject(value)) {
      throw requestFailed(`$objectToArray requires a document input, found: ${describe(value)}`)
    }
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
  $arrayToObject: (operand, { compile }) => {
    // A literal list of pairs is one argument, however many pairs it has.
    const isWrapped = Array.isArray(operand) && operand.length === 1
    const evaluate = compile(isWrapped ? operand[0] : operand)
    return (scope) => {
      const value = evaluate(scope)
      if (isNothing(value)) return null
      return Object.fromEntries(requireList(value, '$arrayToObject').map(pair))
    }
  },
}
