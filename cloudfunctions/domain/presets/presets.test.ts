import * as v from 'valibot'
import { communityCalls, PRESETS, rules, WELCOME_BOUNDS } from '../../../types/community'
import {
  checkQuestions,
  checkTemplate,
  draftOf,
  wordsOf,
  wordsOfFields,
} from '../../../types/definition'
import { pointsRules } from '../../../types/points'
import { levels } from '../../../types/recognition'
import {
  type Answers,
  checkAnswers,
  FIXED_FIELDS,
  type FieldDefinition,
  fieldDefinition,
  template,
} from '../../../types/template'
import { findFlags, verdictOf } from '../moderation/screen'
import { PRESETS_BY_KEY } from '.'
import { BUILT_IN_TEMPLATES } from './templates'

const now = new Date('2026-03-01T08:00:00Z')
const all = PRESETS.map((key) => ({ key, preset: PRESETS_BY_KEY[key] }))
const forms = [
  ...BUILT_IN_TEMPLATES.map((form) => ({ title: `built-in ${form.key}`, form })),
  ...all.flatMap(({ key, preset }) =>
    preset.templates
      .filter((form) => !BUILT_IN_TEMPLATES.includes(form))
      .map((form) => ({ title: `${key}/${form.key}`, form })),
  ),
]

/** What a person would answer who follows the example of every field. */
function exampleAnswer(field: FieldDefinition) {
  if (field.kind === 'singleChoice') return field.options?.[0]?.value ?? ''
  if (field.kind === 'multipleChoice') return [field.options?.[0]?.value ?? '']
  if (field.kind === 'images') return []
  if (field.kind === 'number') return Number(field.example)
  if (field.kind === 'dateTime') return '2026-03-03T08:00:00.000Z'
  return field.example ?? ''
}
const exampleAnswers = (fields: readonly FieldDefinition[]): Answers =>
  Object.fromEntries(fields.map((field) => [field.key, exampleAnswer(field)]))

describe.each(all)('the preset $key', ({ preset }) => {
  test('has words that fit where the contract puts them', () => {
    expect(() => v.parse(rules, { version: 1, items: [...preset.rules] })).not.toThrow()
    const { purpose } = communityCalls['community.create'].input.entries
    expect(v.parse(purpose, preset.purpose)).toBe(preset.purpose)
    expect(preset.rules.length).toBeGreaterThanOrEqual(5)
    expect(preset.templates.length).toBeGreaterThanOrEqual(5)
  })

  test('asks two or three questions that the examples answer', () => {
    expect([2, 3]).toContain(preset.questions.length)
    for (const question of preset.questions) v.parse(fieldDefinition, question)
    const { issues } = checkAnswers(preset.questions, exampleAnswers(preset.questions), now)
    expect(issues).toEqual([])
  })

  test('has a welcome, levels that grow, and points that may be published', () => {
    expect(preset.welcome.length).toBeGreaterThanOrEqual(WELCOME_BOUNDS[0])
    expect(preset.welcome.length).toBeLessThanOrEqual(WELCOME_BOUNDS[1])
    expect(v.parse(levels, preset.levels)).toEqual(preset.levels)
    v.parse(pointsRules, preset.points)
  })

  test('may be edited as it is: questions and forms pass the editor’s check', () => {
    expect(checkQuestions(preset.questions).issues).toEqual([])
    for (const form of preset.templates) expect(checkTemplate(draftOf(form)).issues).toEqual([])
  })

  test('says nothing that screening would refuse', () => {
    const words = [
      preset.purpose,
      preset.welcome,
      ...preset.rules,
      ...wordsOfFields(preset.questions).map(({ text }) => text),
      ...preset.templates.flatMap((form) => wordsOf(draftOf(form)).map(({ text }) => text)),
    ]
    const flagged = words.filter(
      (text) => verdictOf(findFlags([{ field: 'text', text }], null)) === 'refuse',
    )
    expect(flagged).toEqual([])
  })

  test('does not use one key twice', () => {
    const keys = preset.templates.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe.each(forms)('the form $title', ({ form }) => {
  test('is a template of the contract with distinct keys', () => {
    expect(v.parse(template, form)).toEqual(form)
    const keys = form.fields.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('asks what, by when, and for words of thanks', () => {
    const byKey = new Map(form.fields.map((field) => [field.key, field]))
    for (const key of FIXED_FIELDS) expect(byKey.get(key)).toMatchObject({ required: true })
    expect(byKey.get('what')).toMatchObject({ kind: 'shortText', maxLength: 60 })
    expect(byKey.get('deadline')).toMatchObject({ minAheadMinutes: 30, maxAheadDays: 30 })
    expect(byKey.get('thanks')).toMatchObject({ kind: 'shortText' })
  })

  test('asks three to seven things more, each with its reason', () => {
    const further = form.fields.filter(
      ({ key }) => !(FIXED_FIELDS as readonly string[]).includes(key),
    )
    expect(further.length).toBeGreaterThanOrEqual(3)
    expect(further.length).toBeLessThanOrEqual(7)
    expect(new Set(further.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
    expect(form.fields.filter(({ why }) => !why)).toEqual([])
  })

  test('accepts its own examples', () => {
    expect(checkAnswers(form.fields, exampleAnswers(form.fields), now).issues).toEqual([])
  })
})

test('no question and no form has a field for a contact or a real name', () => {
  const fields = all.flatMap(({ preset }) => [
    ...preset.questions,
    ...preset.templates.flatMap((form) => form.fields),
  ])
  const asking = fields.filter(({ label, example = '' }) =>
    /电话|手机号|微信|邮箱|真名|姓名|身份证|QQ/i.test(label + example),
  )
  expect(asking).toEqual([])
})
