import { compareValues, encodeKey } from '../key'
import type { ExpressionOperator } from './arguments'
import { onPresent, onValues, requireList } from './arguments'
import { isTrue } from './truth'

/** Values by their key: equal ones, in the database's sense, once. */
export function distinct(values: readonly unknown[]): Map<string, unknown> {
  const set = new Map<string, unknown>()
  for (const value of values) {
    const key = encodeKey(value).toString('latin1')
    if (!set.has(key)) set.set(key, value)
  }
  return set
}

const sorted = (set: Map<string, unknown>) => [...set.values()].sort(compareValues)
const any = Number.POSITIVE_INFINITY

/** Lists as sets. A union and an intersection come sorted. */
export const sets: Record<string, ExpressionOperator> = {
  $setUnion: onPresent(0, any, (lists, name) =>
    sorted(distinct(lists.flatMap((list) => requireList(list, name)))),
  ),
  $setIntersection: onPresent(0, any, (lists, name) => {
    const [first, ...rest] = lists.map((list) => distinct(requireList(list, name)))
    const common = new Map(first)
    for (const key of common.keys()) if (!rest.every((set) => set.has(key))) common.delete(key)
    return sorted(common)
  }),
  $setDifference: onPresent(2, 2, ([a, b], name) => {
    const left = distinct(requireList(a, name))
    for (const key of distinct(requireList(b, name)).keys()) left.delete(key)
    return [...left.values()]
  }),
  $setEquals: onValues(2, any, (lists, name) => {
    const [first, ...rest] = lists.map((list) => distinct(requireList(list, name)))
    return rest.every(
      (set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)),
    )
  }),
  $setIsSubset: onValues(2, 2, ([a, b], name) => {
    const whole = distinct(requireList(b, name))
    return [...distinct(requireList(a, name)).keys()].every((key) => whole.has(key))
  }),
  $allElementsTrue: onValues(1, 1, ([list], name) => requireList(list, name).every(isTrue)),
  $anyElementTrue: onValues(1, 1, ([list], name) => requireList(list, name).some(isTrue)),
}
