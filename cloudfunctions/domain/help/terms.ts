/** A request is found by so many of its terms at most: the title first, then the answers in order. */
export const TERMS_MAX = 160
/** A search of twenty characters has nineteen pairs. */
const PAIRS_ASKED_MAX = 19

/**
 * Text as it is compared: compatibility forms are made one (full width, ligatures), case is dropped,
 * and everything but letters and digits separates.
 */
function runsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '')
}

const HAN = /\p{Script=Han}/u

/** The pairs of neighbouring characters of a run. */
function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/**
 * What a text can be found by: every pair of neighbouring characters, since Chinese does not mark its
 * words; every Chinese character by itself; and runs of one character.
 */
export function termsOf(texts: readonly string[]): string[] {
  const terms = new Set<string>()
  for (const run of texts.flatMap(runsOf)) {
    const single = [...run]
    for (const term of [
      ...pairsOf(run),
      ...(single.length === 1 ? single : single.filter((character) => HAN.test(character))),
    ]) {
      if (terms.size >= TERMS_MAX) return [...terms]
      terms.add(term)
    }
  }
  return [...terms]
}

/** The terms that a text must all have to be found by these words; none when the words say nothing. */
export function termsAsked(words: string): string[] {
  const asked = runsOf(words).flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run)))
  return [...new Set(asked)].slice(0, PAIRS_ASKED_MAX)
}

/** Whether one of the skills is named in the text that these terms were made of. */
export function fits(terms: readonly string[], skills: readonly string[]): boolean {
  const known = new Set(terms)
  return skills.some((skill) => {
    const asked = termsAsked(skill)
    return asked.length > 0 && asked.every((term) => known.has(term))
  })
}
