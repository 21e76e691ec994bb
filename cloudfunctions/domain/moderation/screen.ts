import { type Flag, SCREEN_REASONS, type ScreenReason } from '../../../types/moderation'
import { findContact, splitAcross } from './contact'
import { findMoney } from './money'
import { compact, normalise } from './normalise'
import { findPhrases, findWords, type WordList } from './words'

/** One text of a submission, under the name of its field. */
export type FieldText = { field: string; text: string }

/** A link: a scheme, www, or a name under a common top level. `node.js` and `3.5` are none. */
const LINK =
  /https?:\/\/|(?<![a-z0-9])www\.|(?<![a-z0-9@.-])(?:[a-z0-9-]+\.)+(?:com|cn|net\.cn|org|xyz|top|vip|cc|shop|club|site|info|ltd|link|ink|icu|fun|tk)(?![a-z])|(?<![a-z0-9@.-])(?:[a-z0-9-]+\.)+(?:net|io|me|co|tv|app|dev|ai|live|work)\/\S/
const LINK_HIDDEN = /[a-z0-9]{2,}(?:点|丶)(?:com|cn|net|org)/

/** The community's own words; null where it has none or the text belongs to no community yet. */
export type Community = { id: string; list: WordList } | null

/** What the rules that need nobody else find in one text. */
function findInText(text: string, community: Community): ScreenReason[] {
  const read = normalise(text)
  const tight = compact(read)
  const money = findMoney(text)
  return [
    ...findContact(read),
    ...(LINK.test(read) || LINK_HIDDEN.test(tight) ? ['link' as const] : []),
    ...(money ? [money] : []),
    ...findPhrases(tight),
    ...(community ? findWords(community.id, community.list, tight) : []),
  ]
}

/**
 * What rules find in the texts of one submission: normalisation, contact data, links, money, phrases,
 * the community's words, and numbers that are split over several fields, or begun in what the author
 * said just before. Pure; some tens of
 * microseconds for a sentence (`npm run bench`).
 */
export function findFlags(
  texts: readonly FieldText[],
  community: Community,
  before: readonly string[] = [],
): Flag[] {
  const flags = texts.flatMap(({ field, text }) =>
    findInText(text, community).map((reason) => ({ field, reason })),
  )
  const isKnown = flags.some(({ reason }) => reason === 'hidden_contact' || reason === 'phone')
  const words = texts.map(({ text }) => text)
  if (!isKnown && splitAcross(words, before)) {
    flags.push({ field: '', reason: 'hidden_contact' })
  }
  return flags
}

/** What the flags together mean: the strictest of them. */
export function verdictOf(flags: readonly Flag[]): 'pass' | 'review' | 'refuse' {
  if (flags.some(({ reason }) => SCREEN_REASONS[reason].verdict === 'refuse')) return 'refuse'
  return flags.length > 0 ? 'review' : 'pass'
}
