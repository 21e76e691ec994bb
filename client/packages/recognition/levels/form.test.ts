import { levelsOf, mistakesOf, typedOf, withOneMore } from './form'

const levels = [
  { name: '新朋友', from: 0, benefits: '' },
  { name: '热心人', from: 12, benefits: '称号' },
]

test('what is typed is what was published, until somebody changes it', () => {
  const form = typedOf(3, levels)
  expect(levelsOf(form)).toEqual(levels)
  expect(form.basedOn).toBe(3)
  expect(mistakesOf(form)).toEqual([{}, {}])
})

test('a level without a name, and one that asks for no more than the one before, are mistakes', () => {
  const form = typedOf(1, [...levels, { name: ' ', from: 12, benefits: '' }])
  expect(mistakesOf(form)).toEqual([{}, {}, { name: true, from: true }])
})

test('one more level rises above the highest and keeps its own place', () => {
  const form = typedOf(1, levels)
  const { rows } = withOneMore(form)
  expect(rows.at(-1)).toEqual({ key: 2, name: '', from: '24', benefits: '' })
  expect(mistakesOf({ ...form, rows }).at(-1)).toEqual({ name: true })
})
