import { compact, normalise } from './normalise'
import { PHRASES } from './phrases'
import { CONTEMPT, GROUPS } from './unfriendly'
import { findWords } from './words'

test('every phrase is written as texts are read, or none would ever hold it', () => {
  const phrases = Object.values(PHRASES).flatMap((words) => words.split(' '))
  const unreadable = [...phrases, ...GROUPS, ...CONTEMPT].filter(
    (word) => word === '' || compact(normalise(word)) !== word,
  )
  expect(unreadable).toEqual([])
})

test('a community’s words are read as texts are, and read anew when they change', () => {
  const words = [
    { text: '團 購', refuse: true },
    { text: 'ＶＩＰ', refuse: false },
    { text: '！', refuse: true },
  ]
  const first = { revision: 'r1', words }
  expect(findWords('c', first, '今晚团购vip')).toEqual(['word_refused', 'word'])
  expect(findWords('c', first, '今晚散步')).toEqual([])
  expect(findWords('c', { revision: 'r2', words: [] }, '今晚团购vip')).toEqual([])
})
