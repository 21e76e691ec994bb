import * as fc from 'fast-check'

/** What a hostile or broken phone may send where an object is due. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, 0, '', [], {}, 'x'.repeat(5000)),
  fc.json().map((text) => JSON.parse(text) as unknown),
)

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    1e308,
    true,
    '',
    ' ',
    '\u0000',
    '\u202e',
    '長'.repeat(3000),
    [],
    {},
    { $gt: '' },
    { $ne: null },
    ['$where'],
    { __proto__: null, constructor: 'x' },
    'toString',
    '../../etc',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** The right input with one place replaced or left out, or something added that nobody asked for. */
export const nearMisses = (right: Record<string, unknown>): fc.Arbitrary<unknown> => {
  const keys = Object.keys(right)
  const added = fc
    .tuple(fc.constantFrom('extra', '$where', 'userId', 'openid', 'constructor'), strange)
    .map(([key, value]) => ({ ...right, [key]: value }))
  if (keys.length === 0) return added
  const replaced = fc
    .tuple(fc.constantFrom(...keys), strange)
    .map(([key, value]) => ({ ...right, [key]: value }))
  const left = fc
    .constantFrom(...keys)
    .map((key) => Object.fromEntries(Object.entries(right).filter(([name]) => name !== key)))
  return fc.oneof(replaced, left, added)
}
