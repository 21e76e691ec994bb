import { strict as assert } from 'node:assert'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { fieldKeys } from './keys'

const VERSION = 's1'
/** The nonce that GCM is made for (NIST SP 800-38D, 5.2.1.1). */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals a text for one place: AES-256-GCM under the current key, `s1.key.nonce.tag.data`. `place`
 * names document and field (`orders/{id}/address`): a sealed text that is moved elsewhere does not
 * open.
 */
export function seal(text: string, place: string): string {
  const [{ id, bytes }] = fieldKeys()
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [nonce, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))
  return [VERSION, id, ...parts].join('.')
}

/** The id of the key that sealed a text. */
export const sealedBy = (sealed: string): string => sealed.split('.')[1] ?? ''

/** The text that was sealed for this place. Throws when it was changed, moved, or its key is gone. */
export function unseal(sealed: string, place: string): string {
  const [version, keyId, ...parts] = sealed.split('.')
  assert(version === VERSION && parts.length === 3, 'not a sealed text')
  const key = fieldKeys().find(({ id }) => id === keyId)
  assert(key, `there is no key ${keyId}`)
  const [nonce, tag, data] = parts.map((part) => Buffer.from(part, 'base64url'))
  assert(nonce?.length === NONCE_BYTES && tag?.length === TAG_BYTES && data, 'not a sealed text')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
}
