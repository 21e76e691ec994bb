import * as fc from 'fast-check'
import * as v from 'valibot'
import {
  checkQuestions,
  checkTemplate,
  DEFINITION_BOUNDS,
  type FieldDraft,
  fieldDraft,
  type TemplateDraft,
} from './definition'
import { type Answers, checkAnswers, FIELD_KINDS, fieldDefinition, template } from './template'

const what: FieldDraft = { key: 'what', kind: 'shortText', label: '要什么', required: true }
const deadline: FieldDraft = {
  key: 'deadline',
  kind: 'dateTime',
  label: '到何时',
  required: true,
  minAheadMinutes: 30,
  maxAheadDays: 30,
}
const thanks: FieldDraft = { key: 'thanks', kind: 'shortText', label: '谢谢', required: true }
const form: TemplateDraft = {
  name: '借书',
  hint: '想借一本书看看',
  icon: 'book',
  sensitivity: 'none',
  fields: [what, deadline, thanks],
}
const choice: FieldDraft = {
  key: 'kind',
  kind: 'singleChoice',
  label: '哪一类',
  required: true,
  options: [
    { value: 'novel', label: '小说' },
    { value: 'other', label: '别的' },
  ],
}
const issuesOf = (change: Partial<TemplateDraft>) => checkTemplate({ ...form, ...change }).issues
const withField = (field: FieldDraft) => issuesOf({ fields: [what, deadline, thanks, field] })

test('a right form is published trimmed, without empty parts and parts of other kinds', () => {
  const { definition, issues } = checkTemplate({
    ...form,
    name: ' 借书 ',
    fields: [what, deadline, thanks, { ...choice, why: ' ', max: 3, unit: '本', minLength: 4 }],
  })
  expect(issues).toEqual([])
  expect(definition.name).toBe('借书')
  expect(definition.fields[3]).toEqual(choice)
})

test.each<[string, Partial<TemplateDraft>, object]>([
  ['no name', { name: '  ' }, { field: 'name', code: 'missing' }],
  ['a long name', { name: '借'.repeat(13) }, { field: 'name', code: 'too_long', bound: 12 }],
  ['a broken hint', { hint: '借\u0000书' }, { field: 'hint', code: 'unprintable' }],
  ['no words of thanks', { fields: [what, deadline, choice] }, { field: 'fields', code: 'fixed' }],
  [
    'a deadline made a text',
    { fields: [what, { ...deadline, kind: 'shortText' }, thanks] },
    { field: 'fields.1.kind', code: 'fixed' },
  ],
  [
    'what exactly made optional',
    { fields: [{ ...what, required: false }, deadline, thanks] },
    { field: 'fields.0.kind', code: 'fixed' },
  ],
  [
    'a title that no card holds',
    { fields: [{ ...what, maxLength: 90 }, deadline, thanks] },
    { field: 'fields.0.maxLength', code: 'too_large', bound: 60 },
  ],
  [
    'a deadline without an end',
    { fields: [what, { ...deadline, maxAheadDays: undefined }, thanks] },
    { field: 'fields.1.maxAheadDays', code: 'too_large', bound: 30 },
  ],
  [
    'a sensitive form without proof',
    { sensitivity: 'money' },
    { field: 'sensitivity', code: 'proof_missing' },
  ],
])('%s is named at its place', (_what, change, issue) => {
  expect(issuesOf(change)).toEqual([issue])
})

test.each<[string, FieldDraft, object]>([
  [
    'a key that stands twice',
    { ...choice, key: 'what' },
    { field: 'fields.3.key', code: 'duplicate' },
  ],
  [
    'a label that stands twice',
    { ...choice, label: '谢谢' },
    { field: 'fields.3.label', code: 'duplicate' },
  ],
  [
    'a field without a label',
    { ...choice, label: '' },
    { field: 'fields.3.label', code: 'missing' },
  ],
  [
    'a single option',
    { ...choice, options: choice.options?.slice(0, 1) },
    { field: 'fields.3.options', code: 'too_few', bound: 2 },
  ],
  [
    'two options of one name',
    { ...choice, options: [...(choice.options ?? []), { value: 'more', label: '小说' }] },
    { field: 'fields.3.options.2', code: 'duplicate' },
  ],
  [
    'least above most',
    { key: 'n', kind: 'number', label: '几本', required: false, min: 5, max: 2 },
    { field: 'fields.3.max', code: 'crossed' },
  ],
  [
    'more words at least than at most',
    { key: 'n', kind: 'longText', label: '说说', required: false, minLength: 20, maxLength: 10 },
    { field: 'fields.3.minLength', code: 'crossed' },
  ],
  [
    'a limit that is not whole',
    { key: 'n', kind: 'number', label: '几本', required: false, max: 2.5 },
    { field: 'fields.3.max', code: 'not_whole' },
  ],
  [
    'more pictures than a field holds',
    { key: 'n', kind: 'images', label: '照片', required: false, max: 10 },
    { field: 'fields.3.max', code: 'too_large', bound: 9 },
  ],
  [
    'more choices than options',
    { ...choice, kind: 'multipleChoice', max: 3 },
    { field: 'fields.3.max', code: 'too_large', bound: 2 },
  ],
])('%s is named at its field', (_what, field, issue) => {
  expect(withField(field)).toEqual([issue])
})

test('a form has a bounded number of fields', () => {
  const [, most] = DEFINITION_BOUNDS.fields
  const more = Array.from({ length: most }, (_, n) => ({
    ...choice,
    key: `k${n}`,
    label: `第${n}`,
  }))
  expect(issuesOf({ fields: [what, deadline, thanks, ...more] })).toEqual([
    { field: 'fields', code: 'too_many', bound: most },
  ])
})

test('the door asks for no pictures and has nothing only reviewers see', () => {
  const images: FieldDraft = { key: 'p', kind: 'images', label: '照片', required: false }
  expect(checkQuestions([choice, images]).issues).toEqual([
    { field: 'fields.1.kind', code: 'wrong_kind' },
  ])
  expect(checkQuestions([]).issues).toEqual([])
})

const label = fc.stringMatching(/^[一-龥]{1,20}$/)
const number = fc.option(fc.integer({ min: -5, max: 120 }), { nil: undefined })
const anyField: fc.Arbitrary<FieldDraft> = fc.record({
  key: fc.stringMatching(/^[a-z][0-9a-z]{0,6}$/),
  kind: fc.constantFrom(...FIELD_KINDS),
  label,
  why: fc.option(label, { nil: undefined }),
  required: fc.boolean(),
  reviewersOnly: fc.boolean(),
  minLength: number,
  maxLength: number,
  min: number,
  max: number,
  minAheadMinutes: number,
  maxAheadDays: number,
  options: fc.array(fc.record({ value: fc.stringMatching(/^[a-z]{1,3}$/), label }), {
    maxLength: 5,
  }),
})
const anyForm = fc.record({
  name: fc.string({ maxLength: 14 }),
  hint: fc.string({ maxLength: 70 }),
  icon: fc.constant('book' as const),
  sensitivity: fc.constantFrom('none' as const, 'money' as const),
  fields: fc
    .array(anyField, { maxLength: 14 })
    .map((fields) => [what, deadline, thanks, ...fields]),
})

test('what is found right is what the contract takes, and is found right again unchanged', () => {
  let right = 0
  fc.assert(
    fc.property(anyForm, (draft) => {
      const { definition, issues } = checkTemplate(draft)
      if (issues.length > 0) return
      right += 1
      expect(v.is(template, { ...definition, key: 'form', version: 1 })).toBe(true)
      for (const field of definition.fields) v.parse(fieldDraft, field)
      expect(checkTemplate(definition)).toEqual({ definition, issues: [] })
    }),
    { numRuns: 3000 },
  )
  expect(right).toBeGreaterThan(20)
})

test('every field that is found right can be answered', () => {
  const now = new Date('2026-03-01T08:00:00Z')
  fc.assert(
    fc.property(anyField, (field) => {
      const { fields, issues } = checkQuestions([field])
      const [right] = fields
      if (issues.length > 0 || !right) return
      v.parse(fieldDefinition, right)
      const answers: Answers = { [right.key]: answerTo(right, now) }
      expect(checkAnswers(fields, answers, now)).toEqual({ values: answers, issues: [] })
    }),
    { numRuns: 3000 },
  )
})

/** The least that fits the field's own limits. */
function answerTo(field: FieldDraft, now: Date): Answers[string] {
  const [first] = field.options ?? []
  switch (field.kind) {
    case 'number':
      return field.min ?? field.max ?? 0
    case 'dateTime':
      return new Date(now.getTime() + ((field.minAheadMinutes ?? 0) + 1) * 60_000).toISOString()
    case 'singleChoice':
      return first?.value ?? ''
    case 'multipleChoice':
      return [first?.value ?? '']
    default:
      return '字'.repeat(Math.max(1, field.minLength ?? 0))
  }
}
