import * as fc from 'fast-check'
import { fits, TERMS_MAX, termsAsked, termsOf } from './terms'

const finds = (words: string, ...texts: string[]) => fits(termsOf(texts), [words])

test('finds Chinese by any of its words, which nothing separates', () => {
  const text = '想借一把电钻，装两个层板'
  for (const words of ['电钻', '借一把', '层板', '钻', '装两个层板'])
    expect(finds(words, text)).toBe(true)
  for (const words of ['钻电', '梯子', '电动']) expect(finds(words, text)).toBe(false)
})

test('makes no difference between widths, cases, and what stands between', () => {
  expect(finds('ｖｕｅ', '请教 Vue 3 的写法')).toBe(true)
  expect(finds('vue3', '请教 VUE3')).toBe(true)
  expect(finds('电 钻！', '电钻')).toBe(true)
})

test('asks for nothing where the words are no words', () => {
  for (const words of ['', '   ', '。，！', '.*', '^$']) expect(termsAsked(words)).toEqual([])
  expect(fits(termsOf(['电钻']), ['', '…'])).toBe(false)
})

test('takes what looks like a regular expression for the letters in it', () => {
  expect(termsAsked('a.*b')).toEqual(['a', 'b'])
  expect(finds('(电钻)+', '电钻')).toBe(true)
})

test('whatever part of a text is looked for, is found', () => {
  const character = fc.constantFrom(...'借电钻梯子修自行车猫aB9')
  const text = fc.array(character, { minLength: 2, maxLength: 40 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 2, max: 20 }), (whole, from, length) => {
      const start = from % (whole.length - 1)
      expect(finds(whole.slice(start, start + length), whole)).toBe(true)
    }),
  )
})

test('keeps no more terms than a document should hold, the title’s before the rest', () => {
  const long = Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
  const terms = termsOf(['电钻', long])
  expect(terms).toHaveLength(TERMS_MAX)
  expect(terms).toEqual(expect.arrayContaining(['电钻']))
})
