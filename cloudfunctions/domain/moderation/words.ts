import AhoCorasick from 'modern-ahocorasick'
import type { ScreenReason } from '../../../types/moderation'
import { compact, normalise } from './normalise'
import { PHRASES } from './phrases'
import { CONTEMPT, CONTEMPT_WINDOW, GROUPS, ORDINARY, SAID_SHORT } from './unfriendly'

/*
 * A community's words change and are many: an automaton finds them in one pass, made once an edition.
 * The policy's own phrases are looked for one by one, for a cold start would make their automatons
 * anew, which took longer than all else of it; a sentence is searched as fast either way.
 */

/** Phrases are written as texts are read (words.test.ts): nothing is to be done to them at a start. */
const PHRASES_OF = Object.entries(PHRASES).map(([reason, words]) => ({
  reason: reason as ScreenReason,
  words: words.split(' '),
}))

const hasOneOf = (text: string, words: readonly string[]) =>
  words.some((word) => text.includes(word))

/** Reasons for which a compact text goes to a person by what it says. */
export function findPhrases(tight: string): ScreenReason[] {
  const found = PHRASES_OF.filter(({ words }) => hasOneOf(tight, words)).map(({ reason }) => reason)
  return found.includes('abuse') || !findContempt(tight) ? found : [...found, 'abuse']
}

/** Whether scorn is said in short, or a kind of people is named with a word of contempt near it. */
function findContempt(text: string): boolean {
  if (SAID_SHORT.test(text)) return true
  const tight = text.replace(ORDINARY, '')
  return GROUPS.some((group) => {
    for (let at = tight.indexOf(group); at >= 0; at = tight.indexOf(group, at + 1)) {
      const end = at + group.length
      const near = tight.slice(Math.max(0, at - CONTEMPT_WINDOW), at)
      const after = tight.slice(end, end + CONTEMPT_WINDOW)
      if (hasOneOf(near, CONTEMPT) || hasOneOf(after, CONTEMPT)) return true
    }
    return false
  })
}

export type WordList = {
  revision: string
  words: readonly { text: string; refuse: boolean }[]
}

type Finder = (tight: string) => ScreenReason[]

/** A community's words as texts are searched for them: the same reading for both. */
function finderOf({ words }: WordList): Finder {
  const reasons = new Map<string, Set<ScreenReason>>()
  for (const { text, refuse } of words) {
    const word = compact(normalise(text))
    if (word === '') continue
    reasons.set(word, (reasons.get(word) ?? new Set()).add(refuse ? 'word_refused' : 'word'))
  }
  if (reasons.size === 0) return () => []
  const automaton = new AhoCorasick([...reasons.keys()])
  return (tight) => [
    ...new Set(
      [...automaton.iterate(tight)].flatMap(({ pattern }) => [...(reasons.get(pattern) ?? [])]),
    ),
  ]
}

/** The lists of the communities this instance served last, compiled once: they change seldom. */
const known = new Map<string, { revision: string; find: Finder }>()
const KNOWN_MAX = 50

/** Reasons found by the community's own words. */
export function findWords(communityId: string, list: WordList, tight: string): ScreenReason[] {
  const kept = known.get(communityId)
  if (kept?.revision === list.revision) return kept.find(tight)
  const find = finderOf(list)
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(communityId, { revision: list.revision, find })
  return find(tight)
}
