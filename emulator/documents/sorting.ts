import { encodeKey, invert, typeByte } from './key'
import { reach } from './paths'

export type Sort = ReadonlyArray<readonly [path: string, direction: 1 | -1]>

/**
 * A function that gives each document the bytes it is sorted by. A list sorts by its smallest
 * element upwards and by its greatest one downwards, an empty list before everything.
 */
export function compileSortKey(sort: Sort): (document: unknown) => Buffer {
  const paths = sort.map(([path, direction]) => ({ parts: path.split('.'), direction }))
  return (document) =>
    Buffer.concat(paths.map(({ parts, direction }) => component(document, parts, direction)))
}

function component(document: unknown, path: readonly string[], direction: 1 | -1): Buffer {
  let best: Buffer | undefined
  const { values } = reach(document, path)
  for (const value of values.length === 0 ? [undefined] : values) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const key = encodeKey(item)
      if (best === undefined || Buffer.compare(key, best) * direction < 0) best = key
    }
  }
  best ??= Buffer.of(typeByte.emptyArray)
  return direction === 1 ? best : invert(best)
}

/** Sorts; what is equal keeps its order. */
export function sortBy<T>(items: Iterable<T>, keyOf: (item: T) => Buffer): T[] {
  return Array.from(items, (item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)
}
