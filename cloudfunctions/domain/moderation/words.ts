import AhoCorasick from 'modern-ahocorasick'
import type { ScreenReason } from '../../../types/moderation'
import { compact, normalise } from './normalise'
import { PHRASES } from './phrases'
import { CONTEMPT, CONTEMPT_WINDOW, GROUPS, ORDINARY, SAID_SHORT } from './unfriendly'

type Matcher = (tight: string) => ScreenReason[]

/** A word as texts are searched for it: the same reading for both. */
const readable = (word: string): string => compact(normalise(word))

/** Finds the reasons of all words that stand in a compact text, in one pass over it. */
function matcherOf(words: readonly (readonly [word: string, reason: ScreenReason])[]): Matcher {
  const reasons = new Map<string, Set<ScreenReason>>()
  for (const [word, reason] of words) {
    const text = readable(word)
    if (text === '') continue
    reasons.set(text, (reasons.get(text) ?? new Set()).add(reason))
  }
  if (reasons.size === 0) return () => []
  const patterns = [...reasons.keys()]
  const automaton = new AhoCorasick(patterns)
  return (tight) => [
    ...new Set(
      [...automaton.iterate(tight)].flatMap(({ pattern }) => [...(reasons.get(pattern) ?? [])]),
    ),
  ]
}

let phrases: Matcher | undefined

/** Reasons for which a compact text goes to a person by what it says. Compiled at the first text. */
export function findPhrases(tight: string): ScreenReason[] {
  phrases ??= matcherOf(
    Object.entries(PHRASES).flatMap(([reason, words]) =>
      words.split(' ').map((word) => [word, reason as ScreenReason] as const),
    ),
  )
  const found = phrases(tight)
  return found.includes('abuse') || !findContempt(tight) ? found : [...found, 'abuse']
}

let groups: AhoCorasick | undefined
let contempt: AhoCorasick | undefined

/** Whether scorn is said in short, or a kind of people is named with a word of contempt near it. */
function findContempt(text: string): boolean {
  if (SAID_SHORT.test(text)) return true
  const tight = text.replace(ORDINARY, '')
  groups ??= new AhoCorasick([...new Set(GROUPS.map(readable))])
  const named = [...groups.iterate(tight)]
  if (named.length === 0) return false
  contempt ??= new AhoCorasick([...new Set(CONTEMPT.map(readable))])
  return named.some(({ start, end }) => {
    const near = tight.slice(Math.max(0, start - CONTEMPT_WINDOW), start)
    const after = tight.slice(end, end + CONTEMPT_WINDOW)
    return contempt?.match(near) || contempt?.match(after)
  })
}

export type WordList = {
  revision: string
  words: readonly { text: string; refuse: boolean }[]
}

/** Compiled lists of the communities this instance served last: they change seldom. */
const compiled = new Map<string, { revision: string; find: Matcher }>()
const COMPILED_MAX = 50

/** Reasons found by the community's own words. */
export function findWords(communityId: string, list: WordList, tight: string): ScreenReason[] {
  const known = compiled.get(communityId)
  if (known?.revision === list.revision) return known.find(tight)
  const find = matcherOf(
    list.words.map(({ text, refuse }) => [text, refuse ? 'word_refused' : 'word'] as const),
  )
  if (compiled.size >= COMPILED_MAX) compiled.clear()
  compiled.set(communityId, { revision: list.revision, find })
  return find(tight)
}
