import { isPlainObject } from './key'

/**
 * What a dotted path reaches in a document, as MongoDB's matching sees it: arrays on the way are
 * entered element by element (and by position when the name is a number). `undefined` stands for
 * a field that is missing.
 */
export function reach(document: unknown, path: readonly string[]): Reached {
  const reached: Reached = { values: [], throughArray: false }
  collect(document, path, 0, reached)
  return reached
}

export interface Reached {
  values: unknown[]
  /** An array was entered on the way. */
  throughArray: boolean
}

function collect(value: unknown, path: readonly string[], at: number, reached: Reached): void {
  const name = path[at]
  if (name === undefined) {
    reached.values.push(value)
    return
  }
  if (Array.isArray(value)) {
    reached.throughArray = true
    if (/^(0|[1-9]\d*)$/.test(name) && Number(name) < value.length) {
      collect(value[Number(name)], path, at + 1, reached)
    }
    for (const item of value) if (isPlainObject(item)) collect(item, path, at, reached)
    return
  }
  if (isPlainObject(value)) {
    collect(Object.hasOwn(value, name) ? value[name] : undefined, path, at + 1, reached)
    return
  }
  reached.values.push(undefined)
}

/** The values a comparison looks at: everything reached, and the elements of reached arrays. */
export function candidates(document: unknown, path: readonly string[]): unknown[] {
  const { values } = reach(document, path)
  const all: unknown[] = []
  for (const value of values) {
    if (Array.isArray(value)) all.push(...value)
    all.push(value)
  }
  return all
}

/** A copy of a document with a value at a path; what is in the way, but is no object, is replaced. */
export function putAt(
  document: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [name = '', ...rest] = path
  if (rest.length === 0) return { ...document, [name]: value }
  const inner = document[name]
  return { ...document, [name]: putAt(isPlainObject(inner) ? inner : {}, rest, value) }
}
