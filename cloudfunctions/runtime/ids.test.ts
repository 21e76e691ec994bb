import * as fc from 'fast-check'
import { hashed, orderedId, userIdOf } from './ids'

const instants = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })

test('ids sort as their instants do', () => {
  fc.assert(
    fc.property(instants, instants, fc.string(), fc.string(), (a, b, seedA, seedB) => {
      fc.pre(a.getTime() !== b.getTime())
      const isEarlier = a.getTime() < b.getTime()
      expect(orderedId(a, seedA) < orderedId(b, seedB)).toBe(isEarlier)
    }),
  )
})

test('one cause and purpose make one id, and different purposes different ids', () => {
  const at = new Date(1_700_000_000_000)
  expect(orderedId(at, 'receipt', 'message 0')).toBe(orderedId(at, 'receipt', 'message 0'))
  expect(orderedId(at, 'receipt', 'message 0')).not.toBe(orderedId(at, 'receipt', 'message 1'))
})

test('where the parts are cut matters', () => {
  expect(hashed('ab', 'c')).not.toBe(hashed('a', 'bc'))
})

test('every id is 26 characters that may stand in a document key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), instants, (seed, at) => {
      for (const id of [hashed(seed), userIdOf(seed), orderedId(at, seed)]) {
        expect(id).toMatch(/^[0-9a-z]{26}$/)
      }
    }),
  )
})

test('a user id does not carry the openid', () => {
  expect(userIdOf('oABCDEF123456')).not.toContain('ABCDEF')
})
