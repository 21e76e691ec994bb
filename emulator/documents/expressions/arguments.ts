import { requestFailed } from '../../codes'
import { isPlainObject } from '../key'
import { isNothing } from './truth'

/** What an expression is evaluated in: the document, and the variables that are set around it. */
export interface Scope {
  root: unknown
  current: unknown
  variables: Readonly<Record<string, unknown>>
}

/** Answers a value; undefined stands for a missing one. */
export type Evaluate = (scope: Scope) => unknown

export interface Compiler {
  /** Compiles an inner expression; `names` are variables that are set where it is evaluated. */
  compile(expression: unknown, names?: readonly string[]): Evaluate
}

/** Compiles one operator from its operand as it is written. */
export type ExpressionOperator = (operand: unknown, compiler: Compiler, name: string) => Evaluate

export function withVariables(scope: Scope, more: Record<string, unknown>): Scope {
  return { ...scope, variables: { ...scope.variables, ...more } }
}

/** The operand of an operator with named arguments; refuses unknown ones. */
export function named(
  operator: string,
  operand: unknown,
  names: readonly string[],
  optional: readonly string[] = [],
): Record<string, unknown> {
  if (!isPlainObject(operand)) {
    throw requestFailed(`${operator} only supports an object as its argument`)
  }
  for (const name of Object.keys(operand)) {
    if (!names.includes(name) && !optional.includes(name)) {
      throw requestFailed(`Unrecognized parameter to ${operator}: ${name}`)
    }
  }
  for (const name of names) {
    if (!Object.hasOwn(operand, name))
      throw requestFailed(`Missing '${name}' parameter to ${operator}`)
  }
  return operand
}

/** An operator on a list of arguments; a single one may stand without brackets. */
export function onValues(
  least: number,
  most: number,
  apply: (values: unknown[], name: string) => unknown,
): ExpressionOperator {
  return (operand, { compile }, name) => {
    const written = Array.isArray(operand) ? operand : [operand]
    if (written.length < least || written.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least}`
      throw requestFailed(
        `Expression ${name} takes ${wanted} arguments. ${written.length} were passed in.`,
      )
    }
    const parts = written.map((part) => compile(part))
    return (scope) =>
      apply(
        parts.map((part) => part(scope)),
        name,
      )
  }
}

/** An operator that is null when one of its arguments is null or missing. */
export function onPresent(
  least: number,
  most: number,
  apply: (values: unknown[], name: string) => unknown,
): ExpressionOperator {
  return onValues(least, most, (values, name) =>
    values.some(isNothing) ? null : apply(values, name),
  )
}

/** Evaluates an argument that may be left out. */
export function optional(evaluate: Evaluate | undefined, scope: Scope): unknown {
  return evaluate === undefined ? undefined : evaluate(scope)
}

export function requireText(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw requestFailed(`${name} requires a string argument, found: ${describe(value)}`)
}

export function requireNumber(value: unknown, name: string): number {
  if (typeof value === 'number') return value
  throw requestFailed(`${name} only supports numeric types, not ${describe(value)}`)
}

export function requireWhole(value: unknown, name: string): number {
  if (Number.isInteger(value)) return value as number
  throw requestFailed(`${name} requires a whole number, found: ${describe(value)}`)
}

export function requireList(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value
  throw requestFailed(`The argument to ${name} must be an array, but was ${describe(value)}`)
}

export function describe(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return value instanceof Date ? 'date' : typeof value
}
