import { requestFailed } from '../codes'
import { compileExpression } from './expression'
import { isTrue } from './expressions/truth'
import { schemaTest } from './json-schema'
import { isPlainObject } from './key'
import { fieldOperators } from './match-operators'
import type { Document } from './values'

export type Matches = (document: unknown) => boolean

/** What a query may depend on besides the document. */
export interface QueryScope {
  /** Values of `$$name` inside `$expr`, as `$lookup` passes them. */
  variables?: Record<string, unknown>
}

const logical: Record<string, (parts: Matches[]) => Matches> = {
  $and: (parts) => (document) => parts.every((holds) => holds(document)),
  $or: (parts) => (document) => parts.some((holds) => holds(document)),
  $nor: (parts) => (document) => !parts.some((holds) => holds(document)),
}

/**
 * Compiles a query into a test, with MongoDB's semantics. Refuses what MongoDB refuses, before any
 * document is looked at.
 */
export function compileQuery(query: Document, scope: QueryScope = {}): Matches {
  const parts: Matches[] = []
  for (const [name, operand] of Object.entries(query)) {
    parts.push(
      name.startsWith('$')
        ? topLevel(name, operand, scope)
        : field(name.split('.'), operand, scope),
    )
  }
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (document) => parts.every((holds) => holds(document))
}

function topLevel(name: string, operand: unknown, scope: QueryScope): Matches {
  const combine = Object.hasOwn(logical, name) ? logical[name] : undefined
  if (combine !== undefined) {
    if (!Array.isArray(operand) || operand.length === 0) {
      throw requestFailed(`${name} must be a nonempty array`)
    }
    return combine(
      operand.map((part) => {
        if (!isPlainObject(part))
          throw requestFailed('$or/$and/$nor entries need to be full objects')
        return compileQuery(part, scope)
      }),
    )
  }
  switch (name) {
    case '$expr': {
      const evaluate = compileExpression(operand, scope.variables)
      return (document) => isTrue(evaluate(document))
    }
    case '$jsonSchema':
      return schemaTest(operand)
    case '$comment':
      return () => true
    case '$text':
      throw requestFailed('text index required for $text query')
    case '$where':
      throw requestFailed('$where is not allowed in this context')
    default:
      throw requestFailed(`unknown top level operator: ${name}`)
  }
}

/** Whether a condition is made of operators: `{$gt: 1}` and not `{a: 1}`; the first name decides. */
export function isOperators(condition: unknown): condition is Document {
  return isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}

function field(path: readonly string[], condition: unknown, scope: QueryScope): Matches {
  if (condition instanceof RegExp) return operator('$regex', path, condition, {}, scope)
  if (!isOperators(condition)) return operator('$eq', path, condition, {}, scope)
  const parts = Object.entries(condition)
    .filter(([key]) => key !== '$options' || !('$regex' in condition))
    .map(([key, operand]) => operator(key, path, operand, condition, scope))
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (document) => parts.every((holds) => holds(document))
}

function operator(
  name: string,
  path: readonly string[],
  operand: unknown,
  siblings: Document,
  scope: QueryScope,
): Matches {
  const build = Object.hasOwn(fieldOperators, name) ? fieldOperators[name] : undefined
  if (build === undefined) throw requestFailed(`unknown operator: ${name}`)
  return build({
    path,
    operand,
    siblings,
    compile: (query) => compileQuery(query, scope),
    compileAt: (at, condition) => field(at, condition, scope),
  })
}
