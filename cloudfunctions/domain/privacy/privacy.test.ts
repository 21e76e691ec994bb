import * as fc from 'fast-check'
import { fieldKeys } from './keys'
import { seal, unseal } from './seal'
import { isSame, isSigned, sign } from './sign'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const OLD = `k1:${key(1)}`
const NEW = `k2:${key(2)}`
beforeEach(() => {
  process.env.HUZHU_FIELD_KEYS = OLD
})
afterAll(() => {
  delete process.env.HUZHU_FIELD_KEYS
})

test('what was sealed opens at its place, and shows nothing of itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 8 }), fc.string(), (text, place) => {
      const sealed = seal(text, place)
      expect(unseal(sealed, place)).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      expect(sealed).not.toContain(text)
      expect(sealed).not.toBe(seal(text, place))
    }),
  )
})

test('a sealed text does not open elsewhere, nor when any character of it was changed', () => {
  const sealed = seal('李雷 138… 梧桐里 3 号', 'orders/a/address')
  expect(() => unseal(sealed, 'orders/b/address')).toThrow()
  const parts = sealed.split('.')
  for (const at of [2, 3, 4]) {
    const changed = parts.map((part, i) =>
      i === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    )
    expect(() => unseal(changed.join('.'), 'orders/a/address')).toThrow()
  }
  for (const nonsense of ['', 's1', 's1.k1.AA.AA.AA', `s2.${parts.slice(1).join('.')}`]) {
    expect(() => unseal(nonsense, 'orders/a/address')).toThrow()
  }
})

test('after a rotation the old opens, the new seals, and a withdrawn key opens nothing', () => {
  const before = seal('before', 'p')
  process.env.HUZHU_FIELD_KEYS = `${NEW},${OLD}`
  expect(unseal(before, 'p')).toBe('before')
  expect(seal('after', 'p')).toMatch(/^s1\.k2\./)
  process.env.HUZHU_FIELD_KEYS = NEW
  expect(() => unseal(before, 'p')).toThrow('there is no key k1')
})

test('a signature is of its purpose and text, and outlives a rotation', () => {
  const made = sign('certificate', 'a').toString('hex')
  const isThis = (signature: Buffer) => isSame(signature.toString('hex'), made)
  expect(isSigned('certificate', 'a', isThis)).toBe(true)
  expect(isSigned('certificate', 'b', isThis)).toBe(false)
  expect(isSigned('pickup', 'a', isThis)).toBe(false)
  process.env.HUZHU_FIELD_KEYS = `${NEW},${OLD}`
  expect(isSigned('certificate', 'a', isThis)).toBe(true)
  expect(isSame('a', 'ab')).toBe(false)
})

test.each([
  ['no keys', ''],
  ['a short key', 'k1:AAAA'],
  ['a strange id', `k-1:${key(1)}`],
  ['a key of the repository, away from the local cloud', `local1:${key(1)}`],
])('%s is refused before anything is sealed', (_what, keys) => {
  expect(() => fieldKeys({ HUZHU_FIELD_KEYS: keys, TCB_ENV: 'production-1' })).toThrow()
})

test('the key of the repository works in the local cloud', () => {
  const keys = fieldKeys({ HUZHU_FIELD_KEYS: `local1:${key(1)}`, TCB_ENV: 'local-env' })
  expect(keys[0].id).toBe('local1')
})
