import { requestFailed } from '../../codes'
import {
  type ExpressionOperator,
  named,
  onPresent,
  onValues,
  optional,
  requireList,
  requireWhole,
  withVariables,
} from './arguments'
import { compareInExpression, isNothing, isTrue } from './truth'

const rangeMax = 1_000_000

const $slice = onPresent(2, 3, ([list, a, b], name) => {
  const items = requireList(list, name)
  const first = requireWhole(a, name)
  if (b === undefined) return first >= 0 ? items.slice(0, first) : items.slice(first)
  const count = requireWhole(b, name)
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`)
  const from = first >= 0 ? first : Math.max(items.length + first, 0)
  return items.slice(from, from + count)
})

const $range = onValues(2, 3, ([from, to, by = 1], name) => {
  const [start, end, step] = [from, to, by].map((part) => requireWhole(part, name)) as [
    number,
    number,
    number,
  ]
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  const length = Math.max(Math.ceil((end - start) / step), 0)
  if (length > rangeMax) throw requestFailed('$range would make a list that is too long')
  return Array.from({ length }, (_, i) => start + i * step)
})

const $filter: ExpressionOperator = (operand, { compile }) => {
  const parts = named('$filter', operand, ['input', 'cond'], ['as', 'limit'])
  const as = String(parts.as ?? 'this')
  const input = compile(parts.input)
  const holds = compile(parts.cond, [as])
  const limit = parts.limit === undefined ? undefined : compile(parts.limit)
  return (scope) => {
    const items = input(scope)
    if (isNothing(items)) return null
    const most = optional(limit, scope)
    const kept = requireList(items, '$filter').filter((item) =>
      isTrue(holds(withVariables(scope, { [as]: item }))),
    )
    return isNothing(most) ? kept : kept.slice(0, requireWhole(most, '$filter'))
  }
}

const $map: ExpressionOperator = (operand, { compile }) => {
  const parts = named('$map', operand, ['input', 'in'], ['as'])
  const as = String(parts.as ?? 'this')
  const input = compile(parts.input)
  const each = compile(parts.in, [as])
  return (scope) => {
    const items = input(scope)
    if (isNothing(items)) return null
    return requireList(items, '$map').map(
      (item) => each(withVariables(scope, { [as]: item })) ?? null,
    )
  }
}

const $reduce: ExpressionOperator = (operand, { compile }) => {
  const parts = named('$reduce', operand, ['input', 'initialValue', 'in'])
  const input = compile(parts.input)
  const initial = compile(parts.initialValue)
  const step = compile(parts.in, ['this', 'value'])
  return (scope) => {
    const items = input(scope)
    if (isNothing(items)) return null
    return requireList(items, '$reduce').reduce<unknown>(
      (value, item) => step(withVariables(scope, { value, this: item })),
      initial(scope),
    )
  }
}

const $zip: ExpressionOperator = (operand, { compile }) => {
  const parts = named('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
  if (!Array.isArray(parts.inputs) || parts.inputs.length === 0) {
    throw requestFailed('inputs must be an array of expressions')
  }
  if (parts.defaults !== undefined && parts.useLongestLength !== true) {
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  }
  const inputs = parts.inputs.map((input) => compile(input))
  const defaults = parts.defaults === undefined ? undefined : compile(parts.defaults)
  return (scope) => {
    const lists = inputs.map((input) => input(scope))
    if (lists.some(isNothing)) return null
    const columns = lists.map((list) => requireList(list, '$zip'))
    const lengths = columns.map((column) => column.length)
    const length = Math.max(
      parts.useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths),
      0,
    )
    const fill = (optional(defaults, scope) ?? []) as unknown[]
    return Array.from({ length }, (_, row) =>
      columns.map((column, i) => (row < column.length ? column[row] : (fill[i] ?? null))),
    )
  }
}

const element = (list: unknown, at: number, name: string) => requireList(list, name).at(at)

/** Lists. An element that is not there is missing. */
export const arrays: Record<string, ExpressionOperator> = {
  $arrayElemAt: onPresent(2, 2, ([list, at], name) => element(list, requireWhole(at, name), name)),
  $first: onPresent(1, 1, ([list], name) => element(list, 0, name)),
  $last: onPresent(1, 1, ([list], name) => element(list, -1, name)),
  $concatArrays: onPresent(0, Number.POSITIVE_INFINITY, (lists, name) =>
    lists.flatMap((list) => requireList(list, name)),
  ),
  $filter,
  $in: onValues(2, 2, ([value, list], name) =>
    requireList(list, name).some((item) => compareInExpression(item, value) === 0),
  ),
  $indexOfArray: onValues(2, 4, ([list, value, from = 0, to], name) => {
    if (isNothing(list)) return null
    const items = requireList(list, name)
    const [start, end] = [requireWhole(from, name), requireWhole(to ?? items.length, name)]
    if (start < 0 || end < 0) throw requestFailed('$indexOfArray requires indexes of 0 or more')
    const at = items
      .slice(0, end)
      .findIndex((item, i) => i >= start && compareInExpression(item, value) === 0)
    return at
  }),
  $isArray: onValues(1, 1, ([value]) => Array.isArray(value)),
  $map,
  $range,
  $reduce,
  $reverseArray: onPresent(1, 1, ([list], name) => [...requireList(list, name)].reverse()),
  $size: onValues(1, 1, ([list], name) => requireList(list, name).length),
  $slice,
  $zip,
}
