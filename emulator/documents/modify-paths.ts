import { requestFailed } from '../codes'
import { isPlainObject } from './key'
import { compileQuery, isOperators } from './match'
import type { Document } from './values'

/** MongoDB fills up a list with null to reach a position, but not further than this. */
const paddingMax = 1_500_000

/** The place of a value: in an object by name, in a list by position. */
export interface Slot {
  read(): unknown
  write(value: unknown): void
  /** Takes the field out of its object; in a list the place stays, as null. */
  remove(): void
  /** The value stands in a list. */
  isInList: boolean
}

/** Finds a place that need not exist; undefined when the way there ends before. */
export function findSlot(document: Document, path: readonly string[]): Slot | undefined {
  let holder: unknown = document
  for (const part of path.slice(0, -1)) holder = childOf(holder, part)
  return slotIn(holder, path.at(-1) as string)
}

/** Finds a place and makes the objects on the way; refuses to go through anything else. */
export function makeSlot(document: Document, path: readonly string[]): Slot {
  let holder: Document | unknown[] = document
  for (const [i, part] of path.slice(0, -1).entries()) {
    const slot = slotOrRefuse(holder, part, path, i)
    let inner = slot.read()
    if (inner === undefined) {
      inner = {}
      slot.write(inner)
    }
    if (!isPlainObject(inner) && !Array.isArray(inner)) throw cannotCreate(path, i + 1, inner)
    holder = inner
  }
  return slotOrRefuse(holder, path.at(-1) as string, path, path.length - 1)
}

function slotOrRefuse(
  holder: Document | unknown[],
  part: string,
  path: readonly string[],
  at: number,
): Slot {
  const slot = slotIn(holder, part)
  if (slot === undefined) throw cannotCreate(path, at, holder)
  if (Array.isArray(holder) && Number(part) > holder.length + paddingMax) {
    throw requestFailed(`cannot fill up the list at '${path.join('.')}' that far`)
  }
  return slot
}

function cannotCreate(path: readonly string[], at: number, holder: unknown) {
  const shown = Array.isArray(holder) ? '[array]' : String(holder)
  return requestFailed(`Cannot create field '${path[at]}' in element {${path[at - 1]}: ${shown}}`)
}

function isPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part)
}

function childOf(holder: unknown, part: string): unknown {
  if (Array.isArray(holder)) return isPosition(part) ? holder[Number(part)] : undefined
  return isPlainObject(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined
}

function slotIn(holder: unknown, part: string): Slot | undefined {
  if (Array.isArray(holder)) {
    if (!isPosition(part)) return undefined
    const at = Number(part)
    return {
      read: () => holder[at],
      write: (value) => {
        for (let i = holder.length; i < at; i++) holder[i] = null
        holder[at] = value
      },
      remove: () => {
        if (at < holder.length) holder[at] = null
      },
      isInList: true,
    }
  }
  if (!isPlainObject(holder)) return undefined
  return {
    read: () => childOf(holder, part),
    write: (value) => {
      holder[part] = value
    },
    remove: () => {
      delete holder[part]
    },
    isInList: false,
  }
}

/**
 * Puts positions in the place of `$` (the element that the query found) and `$[]` (each element).
 * Refuses `$` when the query found no element, and lists that are none.
 */
export function expandPath(document: Document, written: string, query: Document): string[][] {
  let paths: string[][] = [[]]
  for (const part of written.split('.')) {
    if (part === '$') {
      paths = paths.map((path) => [...path, String(foundPosition(document, query, path))])
    } else if (part === '$[]') {
      paths = paths.flatMap((path) =>
        listAt(document, path).map((_item, i) => [...path, String(i)]),
      )
    } else if (/^\$\[.+\]$/.test(part)) {
      throw requestFailed(`No array filter found for identifier '${part.slice(2, -1)}'`)
    } else {
      for (const path of paths) path.push(part)
    }
  }
  return paths
}

function valueAt(document: Document, path: readonly string[]): unknown {
  return path.reduce<unknown>(childOf, document)
}

function listAt(document: Document, path: readonly string[]): unknown[] {
  const list = valueAt(document, path)
  if (Array.isArray(list)) return list
  throw requestFailed(`Cannot apply array updates to non-array element ${path.join('.')}`)
}

function foundPosition(document: Document, query: Document, path: readonly string[]): number {
  const list = valueAt(document, path)
  const at = Array.isArray(list) ? matchedPosition(document, list, query, path) : undefined
  if (at === undefined) {
    throw requestFailed(
      'The positional operator did not find the match needed from the query. Unexpanded update: ' +
        `${path.join('.')}.$`,
    )
  }
  return at
}

/** Several conditions may find elements of the list; the last one counts. */
export function matchedPosition(
  document: Document,
  list: readonly unknown[],
  query: Document,
  path: readonly string[],
): number | undefined {
  let found: number | undefined
  for (const [name, condition] of Object.entries(query)) {
    if ((name === '$and' || name === '$or') && Array.isArray(condition)) {
      for (const part of condition as Document[]) {
        if (name === '$and' || compileQuery(part)(document)) {
          found = matchedPosition(document, list, part, path) ?? found
        }
      }
      continue
    }
    const parts = name.split('.')
    if (!path.every((part, i) => part === parts[i])) continue
    for (const test of elementTests(parts.slice(path.length), condition)) {
      const at = list.findIndex((element) => test(element))
      if (at >= 0) found = at
    }
  }
  return found
}

const negations = new Set(['$ne', '$nin', '$not', '$exists', '$size', '$all', '$options'])

/** A condition on a list as tests of its single elements; negations find no element. */
function elementTests(rest: readonly string[], condition: unknown) {
  if (rest.length > 0 && isPosition(rest[0] as string)) return []
  const name = rest.join('.')
  const single = isOperators(condition)
    ? Object.keys(condition)
        .filter((operator) => !negations.has(operator))
        .map((operator) =>
          operator === '$regex' ? condition : { [operator]: condition[operator] },
        )
    : [condition]
  return single.map((part) => {
    const isOnElement = rest.length === 0 && isPlainObject(part) && '$elemMatch' in part
    const holds = compileQuery({ [rest.length === 0 ? 'element' : name]: part })
    if (rest.length > 0) return (element: unknown) => isPlainObject(element) && holds(element)
    return (element: unknown) => holds({ element: isOnElement ? [element] : element })
  })
}
