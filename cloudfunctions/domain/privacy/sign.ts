import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { fieldKeys, type Key } from './keys'

/** A key of its own for each purpose, so that a signature for one says nothing for another. */
const derived = ({ bytes }: Key, purpose: string) =>
  Buffer.from(hkdfSync('sha256', bytes, '', `huzhu ${purpose}`, 32))

const mac = (key: Key, purpose: string, text: string) =>
  createHmac('sha256', derived(key, purpose)).update(text).digest()

/** 32 bytes that only this deployment can make of a text, for one purpose, by the current key. */
export const sign = (purpose: string, text: string): Buffer => mac(fieldKeys()[0], purpose, text)

/** Whether `isMatch` recognises what any of the keys signs: a signature outlives a rotation. */
export const isSigned = (
  purpose: string,
  text: string,
  isMatch: (signature: Buffer) => boolean,
): boolean => fieldKeys().some((key) => isMatch(mac(key, purpose, text)))

/** Compares without telling by its time where the difference lies. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
