import * as fc from 'fast-check'
import { type Answers, checkAnswers, type FieldDefinition } from './template'

const now = new Date('2026-03-01T08:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()

const fields: FieldDefinition[] = [
  {
    key: 'what',
    kind: 'shortText',
    label: '具体要什么',
    required: true,
    minLength: 4,
    maxLength: 20,
  },
  { key: 'story', kind: 'longText', label: '来龙去脉', required: false },
  { key: 'people', kind: 'number', label: '几个人', required: false, min: 1, max: 5, unit: '人' },
  {
    key: 'deadline',
    kind: 'dateTime',
    label: '截止',
    required: true,
    minAheadMinutes: 30,
    maxAheadDays: 30,
  },
  {
    key: 'kind',
    kind: 'singleChoice',
    label: '哪一类',
    required: false,
    options: [
      { value: 'borrow', label: '借用' },
      { value: 'carry', label: '搬运' },
    ],
  },
  {
    key: 'when',
    kind: 'multipleChoice',
    label: '何时方便',
    required: false,
    max: 2,
    options: [
      { value: 'morning', label: '上午' },
      { value: 'noon', label: '中午' },
      { value: 'night', label: '晚上' },
    ],
  },
]
const right: Answers = { what: '借一把冲击钻', deadline: inMinutes(60) }
const check = (change: Answers) => checkAnswers(fields, { ...right, ...change }, now)

test('right answers come back trimmed and without issues', () => {
  const { values, issues } = check({ what: '  借一把冲击钻  ', story: '   ', when: [] })
  expect(issues).toEqual([])
  expect(values).toEqual(right)
})

test.each<[string, Answers, object]>([
  ['a blank required text', { what: ' \n ' }, { field: 'what', code: 'missing' }],
  ['a text too short', { what: '借钻' }, { field: 'what', code: 'too_short', bound: 4 }],
  ['a text too long', { what: '钻'.repeat(21) }, { field: 'what', code: 'too_long', bound: 20 }],
  ['a control character', { what: '借一把\u0000钻' }, { field: 'what', code: 'unprintable' }],
  ['half a character', { what: '借一把钻\ud83d' }, { field: 'what', code: 'unprintable' }],
  ['a number where text is due', { what: 7 }, { field: 'what', code: 'wrong_kind' }],
  ['a broken number', { people: 1.5 }, { field: 'people', code: 'not_whole' }],
  ['too few', { people: 0 }, { field: 'people', code: 'too_small', bound: 1 }],
  ['too many', { people: 6 }, { field: 'people', code: 'too_large', bound: 5 }],
  [
    'a deadline at once',
    { deadline: inMinutes(29) },
    { field: 'deadline', code: 'too_soon', bound: 30 },
  ],
  [
    'a deadline far off',
    { deadline: inMinutes(60 * 24 * 31) },
    { field: 'deadline', code: 'too_late', bound: 30 },
  ],
  [
    'a date that is none',
    { deadline: '2026-02-30 noon' },
    { field: 'deadline', code: 'wrong_kind' },
  ],
  ['a choice nobody offered', { kind: 'sell' }, { field: 'kind', code: 'not_an_option' }],
  ['the same choice twice', { when: ['noon', 'noon'] }, { field: 'when', code: 'wrong_kind' }],
  [
    'too many choices',
    { when: ['noon', 'night', 'morning'] },
    { field: 'when', code: 'too_long', bound: 2 },
  ],
  ['a field the form does not have', { amount: 100 }, { field: 'amount', code: 'unknown' }],
  ['a name every object has', { constructor: 'x' }, { field: 'constructor', code: 'unknown' }],
])('%s is named at its field', (_what, change, issue) => {
  expect(check(change).issues).toEqual([issue])
})

test('a required field is missing even when an object inherits something of that name', () => {
  const inherited: FieldDefinition = {
    key: 'toString',
    kind: 'shortText',
    label: '名',
    required: true,
  }
  expect(checkAnswers([inherited], {}, now).issues).toEqual([
    { field: 'toString', code: 'missing' },
  ])
})

test('what was accepted once is accepted unchanged again', () => {
  const anyValue = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.integer(),
    fc.subarray(['morning', 'noon', 'night', 'other']),
    fc.constantFrom('borrow', 'carry', inMinutes(31), inMinutes(60 * 24 * 30)),
  )
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...fields.map(({ key }) => key)), anyValue),
      (given) => {
        const { values, issues } = checkAnswers(fields, given, now)
        const refused = new Set(issues.map(({ field }) => field))
        const kept = checkAnswers(
          fields.map((field) => ({ ...field, required: false })),
          values,
          now,
        )
        expect(kept).toEqual({ values, issues: [] })
        for (const key of Object.keys(values)) expect(refused.has(key)).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})
