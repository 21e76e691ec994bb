import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CallError } from '../services/call-core'
import { fieldSentences, issuesOf, sentenceOf, t } from './index'
import { speak } from './language'
import { fill } from './message'

type Words = Record<string, Record<string, string>>
const namesIn = (sentence = '') => [...sentence.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort()

const domains = readdirSync(__dirname)
  .filter((file) => file.endsWith('.zh-CN.ts'))
  .map((file) => path.basename(file, '.zh-CN.ts'))

describe.each(domains)('the sentences of %s', (domain) => {
  const chinese: Words = require(`./${domain}.zh-CN`)
  const english: Words = require(`./${domain}.en`)

  test('stand in both languages, with the same names in braces', () => {
    expect(Object.keys(english)).not.toEqual([])
    for (const [table, sentences] of Object.entries(english)) {
      expect(Object.keys(sentences).sort()).toEqual(Object.keys(chinese[table] ?? {}).sort())
      for (const [key, sentence] of Object.entries(sentences)) {
        expect([key, namesIn(sentence)]).toEqual([key, namesIn(chinese[table]?.[key])])
      }
    }
  })

  test('are not empty', () => {
    const all = [chinese, english].flatMap((words) => Object.values(words).flatMap(Object.values))
    expect(all.filter((sentence) => sentence.trim() === '')).toEqual([])
  })
})

test('a sentence takes its values; a missing one stays visible', () => {
  expect(t('common.minutesAgo', { count: 3 })).toBe('3 分钟前')
  expect(fill('还差 {count} 位', {})).toBe('还差 {count} 位')
})

test('a refusal reads as a sentence with its numbers, in the chosen language', () => {
  const error = new CallError('request_full', { helpersNeeded: 2 }, 'q')
  expect(sentenceOf(error)).toContain('2 位')
  speak('en')
  expect(sentenceOf(error)).toContain('(2)')
  speak('zh-CN')
})

test('the fields that the cloud refused get their sentences', () => {
  const fields = [{ field: 'what', code: 'too_short' as const, bound: 6 }]
  const error = new CallError('invalid_fields', { fields }, 'q')
  expect(fieldSentences(issuesOf(error))).toEqual({ what: '再多写一点，至少 6 个字' })
  expect(issuesOf(new CallError('network'))).toEqual([])
})
