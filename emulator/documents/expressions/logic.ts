import { requestFailed } from '../../codes'
import { type Evaluate, type ExpressionOperator, named, onValues } from './arguments'
import { compareInExpression, isNothing, isTrue } from './truth'

const comparison = (holds: (order: number) => unknown): ExpressionOperator =>
  onValues(2, 2, ([a, b]) => holds(compareInExpression(a, b)))

/** Compiles a list of arguments that are evaluated one by one, as far as needed. */
const lazily =
  (evaluate: (parts: Evaluate[]) => Evaluate): ExpressionOperator =>
  (operand, { compile }) =>
    evaluate((Array.isArray(operand) ? operand : [operand]).map((part) => compile(part)))

const $cond: ExpressionOperator = (operand, { compile }) => {
  let parts: unknown[]
  if (Array.isArray(operand)) {
    if (operand.length !== 3) throw requestFailed('Expression $cond takes exactly 3 arguments')
    parts = operand
  } else {
    const { if: test, then: yes, else: no } = named('$cond', operand, ['if', 'then', 'else'])
    parts = [test, yes, no]
  }
  const [test, yes, no] = parts.map((part) => compile(part)) as [Evaluate, Evaluate, Evaluate]
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope))
}

const $switch: ExpressionOperator = (operand, { compile }) => {
  const written = named('$switch', operand, ['branches'], ['default'])
  if (!Array.isArray(written.branches) || written.branches.length === 0) {
    throw requestFailed('$switch requires at least one branch')
  }
  const branches = written.branches.map((branch) => {
    const { case: test, then: value } = named('$switch branch', branch, ['case', 'then'])
    return { test: compile(test), value: compile(value) }
  })
  const otherwise = 'default' in written ? compile(written.default) : undefined
  return (scope) => {
    const branch = branches.find(({ test }) => isTrue(test(scope)))
    if (branch !== undefined) return branch.value(scope)
    if (otherwise !== undefined) return otherwise(scope)
    throw requestFailed('$switch could not find a matching branch for an input, and no default')
  }
}

/** Comparison, logic and conditions. */
export const logic: Record<string, ExpressionOperator> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => order),
  $and: lazily((parts) => (scope) => parts.every((part) => isTrue(part(scope)))),
  $or: lazily((parts) => (scope) => parts.some((part) => isTrue(part(scope)))),
  $not: onValues(1, 1, ([value]) => !isTrue(value)),
  $ifNull: (operand, { compile }) => {
    if (!Array.isArray(operand) || operand.length < 2) {
      throw requestFailed('Expression $ifNull takes at least 2 arguments')
    }
    const parts = operand.map((part) => compile(part))
    return (scope) => {
      let value: unknown
      for (const part of parts) {
        value = part(scope)
        if (!isNothing(value)) break
      }
      return value
    }
  },
  $cond,
  $switch,
}
