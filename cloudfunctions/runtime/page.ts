import { PAGE_SIZE } from '../../types/shape'

/** What a query for one page asks for: one more than is shown tells whether anything follows. */
export const PAGE_LIMIT = PAGE_SIZE + 1

/** The items of a page out of at most PAGE_LIMIT found, and the key of the last when more follow. */
export function pageOf<D>(
  found: readonly D[],
  keyOf: (item: D) => string,
): { shown: D[]; next: string | null } {
  const shown = found.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return { shown, next: found.length > PAGE_SIZE && last !== undefined ? keyOf(last) : null }
}
