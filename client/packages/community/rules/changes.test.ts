import fc from 'fast-check'
import { type Change, changesOf, type Part } from './changes'

const join = (parts: Part[]) => parts.map(({ words }) => words).join('')
const marked = (parts: Part[]) =>
  parts.flatMap(({ words, isChanged }) => (isChanged ? [words] : []))

test('a rule that was put in, one that was taken out, and those that stayed', () => {
  expect(
    changesOf(['有借有还', '不发广告', '说到做到'], ['有借有还', '说到做到', '夜里十点后不打扰']),
  ).toEqual([
    { kind: 'same', words: '有借有还' },
    { kind: 'removed', words: '不发广告' },
    { kind: 'same', words: '说到做到' },
    { kind: 'added', words: '夜里十点后不打扰' },
  ])
})

test('a rule whose words were changed shows which', () => {
  const [change] = changesOf(['求助后两天内请道谢'], ['求助后三天内请公开道谢'])
  if (change?.kind !== 'changed') throw new Error('not seen as changed')
  expect(marked(change.before)).toEqual(['两天内请'])
  expect(marked(change.after)).toEqual(['三天内请公开'])
})

test('words put into a rule are marked in the new one alone', () => {
  const [change] = changesOf(['借的东西要还'], ['借的东西一周内要还'])
  if (change?.kind !== 'changed') throw new Error('not seen as changed')
  expect(marked(change.before)).toEqual([])
  expect(marked(change.after)).toEqual(['一周内'])
})

test('a rule that has nothing of the old one is another rule', () => {
  expect(changesOf(['不发广告'], ['见面约在公共场所']).map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
  ])
})

const rule = fc.stringMatching(/^[甲乙丙丁]{1,6}$/)
const rules = fc.uniqueArray(rule, { minLength: 1, maxLength: 8 })

test('whatever was changed, both versions can be read back from it', () => {
  const wordsOf = (changes: Change[], side: 'before' | 'after') =>
    changes.flatMap((change) => {
      if (change.kind === 'changed') return [join(change[side])]
      const isHere =
        change.kind === 'same' || change.kind === (side === 'before' ? 'removed' : 'added')
      return isHere ? [change.words] : []
    })
  fc.assert(
    fc.property(rules, rules, (before, after) => {
      const changes = changesOf(before, after)
      expect(wordsOf(changes, 'after')).toEqual(after)
      expect(wordsOf(changes, 'before').sort()).toEqual([...before].sort())
    }),
  )
})
