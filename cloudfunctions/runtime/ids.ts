import { createHash } from 'node:crypto'

/** What ids are written with; each as likely as the others, save in the time of a time-ordered one. */
export const ID_DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest()

function base32(bytes: Uint8Array, length: number): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += ID_DIGITS[(value >> bits) & 31]
    }
  }
  return text
}

/** 26 characters (130 bits) that depend on the parts alone. */
export const hashed = (...parts: string[]) => base32(digest(parts), 26)

/**
 * A person's id: the same for one WeChat user in all communities, and no way back to the openid,
 * which is as long as a key and so cannot be guessed through the hash.
 */
export const userIdOf = (openid: string) => hashed('user', openid)

/**
 * A time-ordered id in the manner of ULID: ten characters of milliseconds, sixteen of the seed.
 * The seed names the cause (a receipt and a purpose), so one cause never makes two ids in one run.
 */
export function orderedId(at: Date, ...seed: string[]): string {
  let rest = at.getTime()
  let time = ''
  for (let i = 0; i < 10; i++) {
    time = ID_DIGITS[rest % 32] + time
    rest = Math.floor(rest / 32)
  }
  return time + base32(digest(seed), 16)
}

/** The part of a time-ordered id that tells when: below every id of that instant or later. */
export const timeOf = (at: Date): string => orderedId(at).slice(0, 10)
