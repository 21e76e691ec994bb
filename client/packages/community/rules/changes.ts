/** A stretch of a rule; `isChanged` where the other version has other words, or none. */
export type Part = { words: string; isChanged: boolean }

export type Change =
  | { kind: 'same'; words: string }
  | { kind: 'added'; words: string }
  | { kind: 'removed'; words: string }
  /** One rule in both versions, its words changed in one place. */
  | { kind: 'changed'; before: Part[]; after: Part[] }

/** What became of the rules from one version to the next, in the order of the new one. */
export function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...kept(before, after), [before.length, after.length] as const]) {
    changes.push(...between(before.slice(i, nextI), after.slice(j, nextJ)))
    const words = after[nextJ]
    if (words !== undefined) changes.push({ kind: 'same', words })
    i = nextI + 1
    j = nextJ + 1
  }
  return changes
}

/** Places of the rules that stand in both, as many as keep their order: the longest common sequence. */
function kept(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1
  const lengths = new Array<number>((before.length + 1) * width).fill(0)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const isSame = before[i] === after[j]
      lengths[i * width + j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Rules between two that stayed: what is alike was changed, the rest was taken out or is new. */
function between(removed: readonly string[], added: readonly string[]): Change[] {
  const rest = [...added]
  const gone: Change[] = []
  const partner = new Map<string, string>()
  for (const words of removed) {
    const found = rest.find((other) => isAlike(words, other))
    if (found === undefined) gone.push({ kind: 'removed', words })
    else {
      partner.set(found, words)
      rest.splice(rest.indexOf(found), 1)
    }
  }
  const come = added.map((words): Change => {
    const old = partner.get(words)
    return old === undefined ? { kind: 'added', words } : { kind: 'changed', ...parts(old, words) }
  })
  return [...gone, ...come]
}

/** Alike when a third of the longer one begins or ends both. */
function isAlike(one: string, other: string): boolean {
  const { start, end } = shared(one, other)
  return (start + end) * 3 >= Math.max(one.length, other.length)
}

function parts(before: string, after: string): { before: Part[]; after: Part[] } {
  const { start, end } = shared(before, after)
  const cut = (text: string): Part[] =>
    [
      { words: text.slice(0, start), isChanged: false },
      { words: text.slice(start, text.length - end), isChanged: true },
      { words: text.slice(text.length - end), isChanged: false },
    ].filter(({ words }) => words !== '')
  return { before: cut(before), after: cut(after) }
}

/** How many characters two texts share at their beginning, and beyond that at their end. */
function shared(one: string, other: string): { start: number; end: number } {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return { start, end }
}
