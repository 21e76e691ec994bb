import { requestFailed } from '../codes'
import {
  type Compiler,
  type Evaluate,
  type ExpressionOperator,
  named,
  withVariables,
} from './expressions/arguments'
import { arithmetic } from './expressions/arithmetic'
import { arrays } from './expressions/arrays'
import { conversions } from './expressions/conversions'
import { dateTexts } from './expressions/date-texts'
import { dates } from './expressions/dates'
import { logic } from './expressions/logic'
import { objects } from './expressions/objects'
import { sets } from './expressions/sets'
import { statistics } from './expressions/statistics'
import { texts } from './expressions/texts'
import { isPlainObject } from './key'

const operators: Record<string, ExpressionOperator> = {
  ...arithmetic,
  ...arrays,
  ...conversions,
  ...dates,
  ...dateTexts,
  ...logic,
  ...objects,
  ...sets,
  ...statistics,
  ...texts,
  $literal: (operand) => () => operand,
  $let: (operand, { compile }) => {
    const { vars, in: body } = named('$let', operand, ['vars', 'in'])
    if (!isPlainObject(vars)) throw requestFailed('invalid parameter: expected an object (vars)')
    const values = Object.entries(vars).map(([name, expression]) => {
      checkName(name)
      return [name, compile(expression)] as const
    })
    const evaluate = compile(body, Object.keys(vars))
    return (scope) => {
      const set = values.map(([name, value]) => [name, value(scope)] as const)
      return evaluate(withVariables(scope, Object.fromEntries(set)))
    }
  },
  $meta: () => {
    throw requestFailed('query requires text score metadata, but it is not available')
  },
}

/**
 * Compiles an aggregation expression into a function on documents. Refuses unknown operators,
 * wrong numbers of arguments and unknown variables at once; what depends on values is refused when
 * it is met. `variables` are those of an enclosing `$lookup`.
 */
export function compileExpression(
  expression: unknown,
  variables: Readonly<Record<string, unknown>> = {},
): (document: unknown) => unknown {
  const evaluate = compile(expression, new Set(Object.keys(variables)))
  const now = new Date()
  return (document) =>
    evaluate({ root: document, current: document, variables: { NOW: now, ...variables } })
}

function compile(expression: unknown, known: ReadonlySet<string>): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    return expression.startsWith('$$')
      ? variable(expression.slice(2), known)
      : fieldPath(expression.slice(1))
  }
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compile(item, known))
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isPlainObject(expression)) return () => expression
  const names = Object.keys(expression)
  const [first] = names
  if (first?.startsWith('$')) {
    if (names.length > 1) {
      throw requestFailed(
        `an object representing an expression must have exactly one field: ${names.join(', ')}`,
      )
    }
    const build = Object.hasOwn(operators, first) ? operators[first] : undefined
    if (build === undefined) throw requestFailed(`Unrecognized expression '${first}'`)
    const compiler: Compiler = {
      compile: (inner, more = []) => compile(inner, new Set([...known, ...more])),
    }
    return build(expression[first], compiler, first)
  }
  return objectOf(expression, known)
}

function objectOf(expression: Record<string, unknown>, known: ReadonlySet<string>): Evaluate {
  const fields = Object.entries(expression).map(([name, inner]) => {
    if (name.startsWith('$')) throw requestFailed(`Unrecognized expression '${name}'`)
    if (name.includes('.')) {
      throw requestFailed(`FieldPath field names may not contain '.'. Consider using $getField`)
    }
    return [name, compile(inner, known)] as const
  })
  return (scope) => {
    const object: Record<string, unknown> = {}
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope)
      if (value !== undefined) object[name] = value
    }
    return object
  }
}

function variable(text: string, known: ReadonlySet<string>): Evaluate {
  const [name = '', ...path] = text.split('.')
  checkPath(path)
  if (name === 'ROOT') return (scope) => follow(scope.root, path)
  if (name === 'CURRENT') return (scope) => follow(scope.current, path)
  if (name === 'REMOVE') return () => undefined
  if (name !== 'NOW' && !known.has(name)) {
    throw requestFailed(`Use of undefined variable: ${name}`)
  }
  return (scope) => follow(scope.variables[name], path)
}

function fieldPath(text: string): Evaluate {
  const path = text.split('.')
  checkPath(path)
  return (scope) => follow(scope.current, path)
}

function checkPath(path: readonly string[]): void {
  for (const part of path) {
    if (part === '') throw requestFailed('FieldPath must not have an empty component')
    if (part.startsWith('$')) {
      throw requestFailed(`FieldPath field names may not start with '$': ${part}`)
    }
  }
}

/** A path in an expression: of a list, what its objects have there; positions are not names. */
export function follow(value: unknown, path: readonly string[], at = 0): unknown {
  const name = path[at]
  if (name === undefined) return value
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isPlainObject(item)) return []
      const inner = follow(item, path, at)
      return inner === undefined ? [] : [inner]
    })
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, name)) return undefined
  return follow(value[name], path, at + 1)
}

function checkName(name: string): void {
  if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw requestFailed(`'${name}' starts with an invalid character for a user variable name`)
  }
}
