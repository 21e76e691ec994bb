import { requestFailed } from '../codes'
import { isPlainObject } from './key'
import type { Document } from './values'

/** What becomes of one field. */
export type Leaf =
  | { kind: 'include' }
  | { kind: 'exclude' }
  /** The field gets a value made from the whole document; undefined leaves it out. */
  | { kind: 'compute'; evaluate: (document: unknown) => unknown }
  /** The field stays with another value, when it is there. */
  | { kind: 'change'; apply: (value: unknown, document: unknown) => unknown }

export type Tree = Map<string, Leaf | Tree>

/** Puts a leaf at a dotted path; refuses a path that another one already covers. */
export function plant(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) {
    throw requestFailed('FieldPath must not have an empty component')
  }
  let at = tree
  for (const part of parts.slice(0, -1)) {
    const inner = at.get(part) ?? new Map()
    if (!(inner instanceof Map)) throw requestFailed(`Path collision at ${path}`)
    at.set(part, inner)
    at = inner
  }
  const last = parts.at(-1) as string
  if (at.has(last)) throw requestFailed(`Path collision at ${path}`)
  at.set(last, leaf)
}

/** Keeps what is named, in the order of the document; computed fields follow. */
export function keepNamed(value: Document, tree: Tree, document: unknown): Document {
  const kept: Document = {}
  for (const [name, inner] of Object.entries(value)) {
    const node = tree.get(name)
    if (node === undefined) continue
    if (node instanceof Map) {
      const part = each(inner, (item) => keepNamed(item, node, document), 'drop')
      if (part !== undefined) kept[name] = part
    } else if (node.kind === 'include') {
      kept[name] = inner
    } else if (node.kind === 'change') {
      kept[name] = node.apply(inner, document)
    }
  }
  return addComputed(kept, tree, document)
}

/** Leaves out what is named. */
export function dropNamed(value: Document, tree: Tree, document: unknown): Document {
  const kept: Document = {}
  for (const [name, inner] of Object.entries(value)) {
    const node = tree.get(name)
    if (node === undefined) kept[name] = inner
    else if (node instanceof Map) {
      kept[name] = each(inner, (item) => dropNamed(item, node, document), 'keep')
    } else if (node.kind === 'change') kept[name] = node.apply(inner, document)
    else if (node.kind === 'include') kept[name] = inner
  }
  return kept
}

/** Adds computed fields; what is in their way, but is no object, is replaced by one. */
export function addComputed(value: Document, tree: Tree, document: unknown): Document {
  const result = { ...value }
  for (const [name, node] of tree) {
    if (node instanceof Map) {
      if (!hasComputed(node)) continue
      const add = (item: Document) => addComputed(item, node, document)
      result[name] = each(result[name], add, 'replace')
    } else if (node.kind === 'compute') {
      const computed = node.evaluate(document)
      if (computed === undefined) delete result[name]
      else result[name] = computed
    }
  }
  return result
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some((node) =>
    node instanceof Map ? hasComputed(node) : node.kind === 'compute',
  )
}

/** Reaches the objects in a value, through lists; says what becomes of anything else. */
function each(
  value: unknown,
  change: (item: Document) => Document,
  others: 'drop' | 'keep' | 'replace',
): unknown {
  if (isPlainObject(value)) return change(value)
  if (Array.isArray(value)) {
    return value.map((item) => each(item, change, others)).filter((item) => item !== undefined)
  }
  if (others === 'replace') return change({})
  return others === 'keep' ? value : undefined
}
