import { requestFailed } from '../codes'
import { compileExpression } from './expression'
import { isPlainObject } from './key'
import { compileQuery } from './match'
import { matchedPosition } from './modify-paths'
import { addComputed, dropNamed, keepNamed, type Leaf, plant, type Tree } from './projection-tree'
import type { Document } from './values'

type Project = (document: Document) => Document

/** The projection of a query: fields in or out, `$slice`, `$elemMatch`, and the element found (`a.$`). */
export function compileProjection(projection: Document | undefined, query: Document = {}): Project {
  if (projection === undefined || Object.keys(projection).length === 0) return (d) => d
  return shape(
    projection,
    (path, value) => {
      if (!isPlainObject(value)) return undefined
      const [operator] = Object.keys(value)
      if (operator === '$slice') return { kind: 'change', apply: slicer(value.$slice) }
      if (operator === '$elemMatch') return { kind: 'compute', evaluate: firstMatch(path, value) }
      if (operator?.startsWith('$'))
        throw requestFailed(`Unsupported projection option: ${operator}`)
      return undefined
    },
    query,
  )
}

/** The stage `$project`: also computes fields. */
export function compileProjectStage(spec: unknown, variables: Document): Project {
  if (!isPlainObject(spec) || Object.keys(spec).length === 0) {
    throw requestFailed('$project specification must be an object with at least one field')
  }
  return shape(spec, (_path, value) => {
    if (isNested(value)) return undefined
    return { kind: 'compute', evaluate: compileExpression(value, variables) }
  })
}

/** The stage `$addFields`, also called `$set`. */
export function compileAddFields(spec: unknown, variables: Document): Project {
  if (!isPlainObject(spec) || Object.keys(spec).length === 0) {
    throw requestFailed('$addFields specification must be an object with at least one field')
  }
  const tree: Tree = new Map()
  walk(spec, '', (path, value) => {
    if (isNested(value)) return
    plant(tree, path, { kind: 'compute', evaluate: compileExpression(value, variables) })
  })
  return (document) => addComputed(document, tree, document)
}

/** The stage `$unset`: a field or a list of fields. */
export function compileUnset(spec: unknown): Project {
  const paths = Array.isArray(spec) ? spec : [spec]
  const tree: Tree = new Map()
  for (const path of paths) {
    if (typeof path !== 'string')
      throw requestFailed('$unset specification must be a string or strings')
    plant(tree, path, { kind: 'exclude' })
  }
  return (document) => dropNamed(document, tree, document)
}

/** `{a: {b: 1}}` names `a.b`; an empty object is a value. */
function isNested(value: unknown): value is Document {
  return isPlainObject(value) && Object.keys(value)[0]?.startsWith('$') === false
}

/** Visits all fields of a specification, those of nested objects by their dotted path. */
function walk(spec: Document, prefix: string, visit: (path: string, value: unknown) => void): void {
  for (const [name, value] of Object.entries(spec)) {
    if (name.startsWith('$'))
      throw requestFailed(`a projected field must not begin with '$': ${name}`)
    visit(prefix + name, value)
    if (isNested(value)) walk(value, `${prefix}${name}.`, visit)
  }
}

/** Fields in, or fields out: not both, except for `_id`. */
function shape(
  spec: Document,
  special: (path: string, value: unknown) => Leaf | undefined,
  query: Document = {},
): Project {
  const tree: Tree = new Map()
  const seen = new Set<'include' | 'exclude'>()
  let id: 'include' | 'exclude' | undefined
  walk(spec, '', (path, value) => {
    const isFlag = typeof value === 'boolean' || typeof value === 'number'
    const kind = value === false || value === 0 ? 'exclude' : 'include'
    if (isFlag && path === '_id') {
      id = kind
      return
    }
    if (isFlag && path.endsWith('.$')) {
      seen.add('include')
      plant(tree, path.slice(0, -2), {
        kind: 'change',
        apply: foundElement(path.slice(0, -2), query),
      })
      return
    }
    const leaf: Leaf | undefined = isFlag ? { kind } : special(path, value)
    if (leaf === undefined) {
      if (!isPlainObject(value)) throw requestFailed(`Unsupported projection: ${path}`)
      return
    }
    if (leaf.kind === 'compute') seen.add('include')
    else if (isFlag) seen.add(kind)
    plant(tree, path, leaf)
  })
  if (seen.size > 1) throw requestFailed('Cannot do exclusion on a field in inclusion projection')
  const isInclusion = seen.has('include') || (seen.size === 0 && id === 'include')
  if (isInclusion) {
    if (id !== 'exclude' && !tree.has('_id')) tree.set('_id', { kind: 'include' })
    return (document) => keepNamed(document, tree, document)
  }
  if (id === 'exclude') tree.set('_id', { kind: 'exclude' })
  return (document) => dropNamed(document, tree, document)
}

/** `$slice: n` keeps the first (or last) elements, `$slice: [skip, n]` those after some. */
function slicer(operand: unknown): (value: unknown) => unknown {
  const [skip, count] = Array.isArray(operand) ? operand : [undefined, operand]
  const isValid = Number.isInteger(count) && (skip === undefined || Number.isInteger(skip))
  if (!isValid || (skip !== undefined && (count as number) <= 0)) {
    throw requestFailed('$slice needs a whole number, or [skip, limit] with a positive limit')
  }
  return (value) => {
    if (!Array.isArray(value)) return value
    if (skip === undefined) {
      return (count as number) >= 0 ? value.slice(0, count as number) : value.slice(count as number)
    }
    const from =
      (skip as number) >= 0 ? (skip as number) : Math.max(value.length + (skip as number), 0)
    return value.slice(from, from + (count as number))
  }
}

function firstMatch(path: string, operand: Document): (document: unknown) => unknown {
  if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field')
  const holds = compileQuery({ list: operand })
  return (document) => {
    const list = isPlainObject(document) ? document[path] : undefined
    if (!Array.isArray(list)) return undefined
    const found = list.find((element) => holds({ list: [element] }))
    return found === undefined ? undefined : [found]
  }
}

/** Only the element that the query found stays in the list. */
function foundElement(path: string, query: Document) {
  return (value: unknown, document: unknown): unknown => {
    if (!Array.isArray(value)) return value
    const at = matchedPosition(document as Document, value, query, path.split('.'))
    if (at === undefined) {
      throw requestFailed("Executor error: the positional operator '.$' found no matching element")
    }
    return [value[at]]
  }
}
