import { Converter } from 'opencc-js/t2cn'
import { plainLetter, spelledDigit } from './look-alikes'

/** Format signs (zero-width, direction marks, tags) and signs set over the one before them. */
const MARKS = /\p{Cf}|\p{Mn}|\p{Me}/gu
/** Letters by their class that are drawn as nothing: Hangul and Khmer fillers. */
const BLANKS = /\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/g

/** Made at the first text that needs it: a cold start does not pay for the dictionary. */
let simplify: ((text: string) => string) | undefined

/** CJK outside of ASCII is worth the dictionary; a Latin text is not. */
const HAN = /\p{Script=Han}/u

/**
 * A text as it is read rather than as it is encoded: NFKC, without what cannot be seen, look-alikes
 * as the letters they are drawn like, lower case, traditional characters as simplified ones. Spaces
 * and symbols stay: where they stand is what tells a price from a number to call.
 */
export function normalise(text: string): string {
  // NFD first: an accent that was composed onto a letter becomes a sign of its own, and invisible.
  const visible = text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(BLANKS, '')
    .normalize('NFC')
  const letters = [...visible.toLowerCase()].map(plainLetter).join('')
  if (!HAN.test(letters)) return letters
  simplify ??= Converter({ from: 't', to: 'cn' })
  return simplify(letters)
}

/** Without spaces and symbols, so that nothing set between two characters separates them. */
export const compact = (normalised: string): string => normalised.replace(/[^\p{L}\p{N}]/gu, '')

/** Spelled digits as digits, one for one. */
export const withDigits = (normalised: string): string =>
  [...normalised].map((sign) => spelledDigit(sign) ?? sign).join('')
