/** A part of a page that both hosts can search: the outer before the inner, in document order. */
export interface Item<T> {
  /** What a screen reader says instead of the text. */
  label: string
  /** What a screen reader calls it: `button`, `radio`, `heading`; empty when it is nothing special. */
  role: string
  /** Own text and that of everything inside. */
  text: string
  children: T[]
}

/** What people expect to be tapped. */
const TAPPED = new Set(['button', 'checkbox', 'link', 'radio', 'switch', 'tab'])

/** See `Driver.tap`. Answers the innermost match, from where a tap rises to whoever listens. */
export function findNamed<T extends Item<T>>(
  all: T[],
  name: string,
  within?: string,
): T | undefined {
  const where = within === undefined ? all : cardWith(all, name, within)
  const names: ((item: T) => boolean)[] = [
    ({ label }) => label === name,
    ({ text }) => text.trim() === name,
    ({ text }) => text.includes(name),
  ]
  // A title may bear the same words as the button below it.
  const ways = names.flatMap((matches) => [
    (item: T) => TAPPED.has(item.role) && matches(item),
    matches,
  ])
  for (const matches of ways) {
    const first = where.find(matches)
    if (first) return innermost(first, matches)
  }
  return undefined
}

function innermost<T extends Item<T>>(item: T, matches: (item: T) => boolean): T {
  const inner = item.children.find(matches)
  return inner ? innermost(inner, matches) : item
}

/** The smallest part of the page that holds both the text and something of that name. */
function cardWith<T extends Item<T>>(all: T[], name: string, within: string): T[] {
  const isNamed = ({ label, text }: T) => label === name || text.trim() === name
  const [smallest] = all
    .filter((item) => item.text.includes(within) && under(item).some(isNamed))
    .sort((a, b) => a.text.length - b.text.length)
  return smallest ? under(smallest) : []
}

const under = <T extends Item<T>>(item: T): T[] => [item, ...item.children.flatMap(under)]

/** The words of a page, for a failing test: each part's own, without what stands inside of it. */
export const wordsOf = <T extends Item<T>>(all: T[]): string =>
  all
    .map(({ text, children }) =>
      children.reduce((rest, child) => rest.replace(child.text, ''), text).trim(),
    )
    .filter((own) => own !== '')
    .join(' | ')
