import fc from 'fast-check'
import { compareValues, encodeKey, invert } from './key'

/** Few characters, so that texts begin alike; the zero byte is the one that needs care. */
const text = fc.string({ unit: fc.constantFrom('\0', '\u0001', 'a', 'é', '🌱') })
const scalar = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }),
  fc.integer(),
  text,
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
)
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(text, scalar, { maxKeys: 3 }),
)

test('numbers are ordered as numbers and dates as times', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
  expect(compareValues(new Date(-5), new Date(3))).toBeLessThan(0)
})

test('texts are ordered by their UTF-8 bytes, shorter before longer, zero bytes included', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const expected = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(expected)
    }),
  )
  expect(compareValues('a', 'a\0')).toBeLessThan(0)
})

test('types are ordered as MongoDB orders them', () => {
  const order = [null, -1, 'a', { a: 1 }, [1], false, true, new Date(0), /a/]
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries()) {
      expect(Math.sign(compareValues(a, b))).toBe(Math.sign(i - j))
    }
  }
})

test('no encoding is the beginning of another one, so keys may be put together and inverted', () => {
  const pair = fc.oneof(fc.tuple(value, value), fc.tuple(text, text))
  fc.assert(
    fc.property(pair, value, ([a, b], c) => {
      const [x, y] = [encodeKey(a), encodeKey(b)]
      if (!x.equals(y)) {
        expect(x.subarray(0, y.length).equals(y)).toBe(false)
        const [first, second] = [x, y].map((key) => Buffer.concat([key, encodeKey(c)]))
        expect(Math.sign(Buffer.compare(first as Buffer, second as Buffer))).toBe(
          Math.sign(Buffer.compare(x, y)),
        )
        expect(Math.sign(Buffer.compare(invert(x), invert(y)))).toBe(
          -Math.sign(Buffer.compare(x, y)),
        )
      }
    }),
    { numRuns: 1000 },
  )
})
