import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { communityCalls } from '../../types/community'
import { entryCalls } from '../../types/entry'
import { checkTexts, TEXT_LIMITS } from './check-texts'

describe('texts outside of templates', () => {
  it('names each text that is missing, too short or too long, with the bound', () => {
    expect(checkTexts({ nickname: ' ', communityName: '圈', purpose: '帮'.repeat(61) })).toEqual([
      { field: 'nickname', code: 'missing' },
      { field: 'communityName', code: 'too_short', bound: 2 },
      { field: 'purpose', code: 'too_long', bound: 60 },
    ])
  })

  it('tells several texts of one kind apart', () => {
    expect(checkTexts({ 'rule:0': '有借有还', 'rule:1': '一' })).toEqual([
      { field: 'rule:1', code: 'too_short', bound: 2 },
    ])
  })

  it('counts what is left after trimming, as the cloud does', () => {
    expect(checkTexts({ nickname: `  ${'长'.repeat(16)}  ` })).toEqual([])
  })

  const { name, purpose, nickname } = communityCalls['community.create'].input.entries
  const rule = communityCalls['community.publishRules'].input.entries.items.pipe[0].item
  const { reason } = entryCalls['entry.decide'].input.entries
  it.each([
    ['nickname', nickname],
    ['communityName', name],
    ['purpose', purpose],
    ['rule', rule],
    ['reason', reason],
  ] as const)('holds %s to the same bounds as the contract', (key, schema) => {
    const [min, max] = TEXT_LIMITS[key]
    for (const length of [min - 1, min, max, max + 1]) {
      const given = '字'.repeat(length)
      expect([length, checkTexts({ [key]: given }).length === 0]).toEqual([
        length,
        v.is(schema, given),
      ])
    }
  })
})
