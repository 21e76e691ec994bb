import * as v from 'valibot'
import type { FieldIssue, FieldIssueCode } from './errors'
import { slug, text } from './shape'
import {
  DEFAULT_MAX_LENGTH,
  FIELD_KINDS,
  FIXED_FIELDS,
  type FieldDefinition,
  type FieldKind,
  SENSITIVITIES,
  TEMPLATE_ICONS,
  type Template,
} from './template'

/**
 * What a definition may be, fewest and most. Texts in characters. Sources: what fits a phone's width
 * (name, label, option, unit), what a person still reads above a field (hint, why, example), and
 * WeChat's 100 KB for one call (fields × options × lengths stay below a fifth of it).
 */
export const DEFINITION_BOUNDS = {
  name: [1, 12],
  hint: [1, 60],
  label: [1, 20],
  why: [1, 80],
  example: [1, 80],
  unit: [1, 8],
  option: [1, 20],
  options: [2, 12],
  fields: [3, 16],
  questions: [0, 8],
  shortText: [1, 100],
  longText: [1, 2000],
  place: [1, 100],
  number: [-1_000_000, 1_000_000],
  images: [1, 9],
  aheadMinutes: [0, 10_080],
  aheadDays: [1, 365],
} as const satisfies Record<string, readonly [fewest: number, most: number]>

/** The title on the board and the words of thanks fit a card; the board forgets after a month. */
export const FIXED_BOUNDS = { textMax: 60, aheadDaysMax: 30 } as const

/** Forms a community may have, switched on or off. */
export const TEMPLATES_MAX = 30

const loose = v.pipe(v.string(), v.maxLength(500))
const looseNumber = v.pipe(v.number(), v.finite())

/** One field as an editor sends it: any text and number, so that what is wrong is said at its place. */
export const fieldDraft = v.object({
  key: slug,
  kind: v.picklist(FIELD_KINDS),
  label: loose,
  why: v.optional(loose),
  example: v.optional(loose),
  required: v.boolean(),
  reviewersOnly: v.optional(v.boolean()),
  minLength: v.optional(looseNumber),
  maxLength: v.optional(looseNumber),
  min: v.optional(looseNumber),
  max: v.optional(looseNumber),
  unit: v.optional(loose),
  options: v.optional(v.pipe(v.array(v.object({ value: slug, label: loose })), v.maxLength(40))),
  minAheadMinutes: v.optional(looseNumber),
  maxAheadDays: v.optional(looseNumber),
})
export type FieldDraft = v.InferOutput<typeof fieldDraft>

export const fieldDrafts = v.pipe(v.array(fieldDraft), v.maxLength(40))

export const templateDraft = v.object({
  name: loose,
  hint: loose,
  icon: v.picklist(TEMPLATE_ICONS),
  sensitivity: v.picklist(SENSITIVITIES),
  fields: fieldDrafts,
})
export type TemplateDraft = v.InferOutput<typeof templateDraft>

/**
 * Checks a whole form; editor and cloud both call it. Answers the tidied definition to publish, or
 * every issue, named by its place: `name`, `fields`, `fields.3.label`, `fields.3.options.0`.
 */
export function checkTemplate(draft: TemplateDraft): {
  definition: Omit<Template, 'key' | 'version'>
  issues: FieldIssue[]
} {
  const { fields, issues } = checkFields(draft.fields, 'fields')
  const isProven = fields.some(({ required, reviewersOnly }) => required && reviewersOnly)
  return {
    definition: { ...draft, name: draft.name.trim(), hint: draft.hint.trim(), fields },
    issues: [
      ...checkWords('name', draft.name, 'name'),
      ...checkWords('hint', draft.hint, 'hint'),
      ...issues,
      ...checkFixed(fields),
      ...(draft.sensitivity !== 'none' && !isProven
        ? [{ field: 'sensitivity', code: 'proof_missing' as const }]
        : []),
    ],
  }
}

/** Questions of the door: as a form's fields, but nobody may send pictures before they are a member. */
export function checkQuestions(draft: readonly FieldDraft[]): {
  fields: FieldDefinition[]
  issues: FieldIssue[]
} {
  const { fields, issues } = checkFields(draft, 'questions')
  const wrong = draft.flatMap(({ kind, reviewersOnly }, at): FieldIssue[] =>
    kind === 'images' || reviewersOnly ? [{ field: `fields.${at}.kind`, code: 'wrong_kind' }] : [],
  )
  return { fields, issues: [...issues, ...wrong] }
}

type Bounds = keyof typeof DEFINITION_BOUNDS

function checkFields(
  draft: readonly FieldDraft[],
  what: 'fields' | 'questions',
): { fields: FieldDefinition[]; issues: FieldIssue[] } {
  const fields = draft.map(tidied)
  const issues = [
    ...checkCount('fields', fields.length, what),
    ...doubles(fields.map(({ key }) => key)).map((at) => issue(at, 'key', 'duplicate')),
    ...doubles(fields.map(({ label }) => label)).map((at) => issue(at, 'label', 'duplicate')),
    ...fields.flatMap((field, at) => checkField(field, at)),
  ]
  return { fields, issues }
}

const issue = (at: number, part: string, code: FieldIssueCode, bound?: number): FieldIssue => ({
  field: `fields.${at}.${part}`,
  code,
  ...(bound === undefined ? {} : { bound }),
})

/** Which of the items stand already before their place. */
const doubles = (items: readonly string[]): number[] =>
  items.flatMap((item, at) => (items.indexOf(item) < at ? [at] : []))

function checkCount(field: string, count: number, what: Bounds): FieldIssue[] {
  const [fewest, most] = DEFINITION_BOUNDS[what]
  if (count < fewest) return [{ field, code: 'too_few', bound: fewest }]
  return count > most ? [{ field, code: 'too_many', bound: most }] : []
}

function checkWords(field: string, given: string, what: Bounds): FieldIssue[] {
  const [fewest, most] = DEFINITION_BOUNDS[what]
  const words = given.trim()
  if (words === '') return [{ field, code: 'missing' }]
  if (!v.is(text(0, 500), words)) return [{ field, code: 'unprintable' }]
  if (words.length < fewest) return [{ field, code: 'too_short', bound: fewest }]
  return words.length > most ? [{ field, code: 'too_long', bound: most }] : []
}

/** What a kind of field may set beside what every field has; anything else is dropped. */
const PARTS: Readonly<Record<FieldKind, readonly (keyof FieldDraft)[]>> = {
  shortText: ['minLength', 'maxLength'],
  longText: ['minLength', 'maxLength'],
  place: ['minLength', 'maxLength'],
  number: ['min', 'max', 'unit'],
  dateTime: ['minAheadMinutes', 'maxAheadDays'],
  singleChoice: ['options'],
  multipleChoice: ['options', 'max'],
  images: ['max'],
}

/** The field as it would be published: texts trimmed, empty parts and parts of other kinds left out. */
function tidied(draft: FieldDraft): FieldDefinition {
  const { key, kind, label, why, example, required, reviewersOnly } = draft
  const parts = PARTS[kind].flatMap((part) => {
    const value = draft[part]
    return value === undefined || value === '' ? [] : [[part, value]]
  })
  const options = draft.options?.map((option) => ({ ...option, label: option.label.trim() }))
  return {
    key,
    kind,
    label: label.trim(),
    ...(why?.trim() ? { why: why.trim() } : {}),
    ...(example?.trim() ? { example: example.trim() } : {}),
    required,
    ...(reviewersOnly ? { reviewersOnly } : {}),
    ...Object.fromEntries(parts),
    ...(PARTS[kind].includes('options') ? { options: options ?? [] } : {}),
  }
}

function checkField(field: FieldDefinition, at: number): FieldIssue[] {
  const place = (part: string) => `fields.${at}.${part}`
  return [
    ...checkWords(place('label'), field.label, 'label'),
    ...(field.why ? checkWords(place('why'), field.why, 'why') : []),
    ...(field.example ? checkWords(place('example'), field.example, 'example') : []),
    ...(field.unit ? checkWords(place('unit'), field.unit, 'unit') : []),
    ...(field.options ? checkOptions(field.options, place) : []),
    ...checkLimits(field, at),
  ]
}

function checkOptions(
  options: NonNullable<FieldDefinition['options']>,
  place: (part: string) => string,
): FieldIssue[] {
  const twice = new Set([
    ...doubles(options.map(({ value }) => value)),
    ...doubles(options.map(({ label }) => label)),
  ])
  return [
    ...checkCount(place('options'), options.length, 'options'),
    ...options.flatMap(({ label }, n) => checkWords(place(`options.${n}`), label, 'option')),
    ...[...twice].map((n): FieldIssue => ({ field: place(`options.${n}`), code: 'duplicate' })),
  ]
}

type Limit = {
  part: 'minLength' | 'maxLength' | 'min' | 'max' | 'minAheadMinutes' | 'maxAheadDays'
}
type Range = readonly [least: number, most: number]

/** The limits a field sets, each with the range it may be set in. */
function limitsOf(field: FieldDefinition): (Limit & { range: Range })[] {
  const { kind, options = [] } = field
  switch (kind) {
    case 'shortText':
    case 'longText':
    case 'place':
      return [
        { part: 'minLength', range: [0, DEFINITION_BOUNDS[kind][1]] },
        { part: 'maxLength', range: DEFINITION_BOUNDS[kind] },
      ]
    case 'number':
      return [
        { part: 'min', range: DEFINITION_BOUNDS.number },
        { part: 'max', range: DEFINITION_BOUNDS.number },
      ]
    case 'dateTime':
      return [
        { part: 'minAheadMinutes', range: DEFINITION_BOUNDS.aheadMinutes },
        { part: 'maxAheadDays', range: DEFINITION_BOUNDS.aheadDays },
      ]
    case 'multipleChoice':
      return [{ part: 'max', range: [1, Math.max(1, options.length)] }]
    case 'images':
      return [{ part: 'max', range: DEFINITION_BOUNDS.images }]
    case 'singleChoice':
      return []
  }
}

function checkLimits(field: FieldDefinition, at: number): FieldIssue[] {
  const outside = limitsOf(field).flatMap(({ part, range: [least, most] }): FieldIssue[] => {
    const value = field[part]
    if (value === undefined) return []
    if (!Number.isInteger(value)) return [issue(at, part, 'not_whole')]
    if (value < least) return [issue(at, part, 'too_small', least)]
    return value > most ? [issue(at, part, 'too_large', most)] : []
  })
  const crossing = outside.length === 0 ? crossingOf(field) : undefined
  return crossing ? [issue(at, crossing, 'crossed')] : outside
}

/** The limit that leaves nothing between itself and its opposite. */
function crossingOf(field: FieldDefinition): Limit['part'] | undefined {
  const { kind, minLength = 0, min, max, minAheadMinutes = 0, maxAheadDays } = field
  if (kind === 'number') {
    return min !== undefined && max !== undefined && min > max ? 'max' : undefined
  }
  if (kind === 'dateTime') {
    const isCrossed = maxAheadDays !== undefined && minAheadMinutes >= maxAheadDays * 1440
    return isCrossed ? 'maxAheadDays' : undefined
  }
  if (kind !== 'shortText' && kind !== 'longText' && kind !== 'place') return undefined
  return minLength > (field.maxLength ?? DEFAULT_MAX_LENGTH[kind]) ? 'minLength' : undefined
}

/** The kinds of the fields that every form has. */
export const FIXED_KINDS: Readonly<Record<(typeof FIXED_FIELDS)[number], FieldKind>> = {
  what: 'shortText',
  deadline: 'dateTime',
  thanks: 'shortText',
}

/** What exactly, by when, words of thanks: there, required, seen by all, and short enough for a card. */
function checkFixed(fields: readonly FieldDefinition[]): FieldIssue[] {
  return FIXED_FIELDS.flatMap((key): FieldIssue[] => {
    const at = fields.findIndex((field) => field.key === key)
    const field = fields[at]
    if (!field) return [{ field: 'fields', code: 'fixed' }]
    if (field.kind !== FIXED_KINDS[key] || !field.required || field.reviewersOnly) {
      return [issue(at, 'kind', 'fixed')]
    }
    if (key === 'deadline') {
      const { aheadDaysMax } = FIXED_BOUNDS
      const isFar = (field.maxAheadDays ?? Number.POSITIVE_INFINITY) > aheadDaysMax
      return isFar ? [issue(at, 'maxAheadDays', 'too_large', aheadDaysMax)] : []
    }
    const { textMax } = FIXED_BOUNDS
    const isLong = (field.maxLength ?? DEFAULT_MAX_LENGTH.shortText) > textMax
    return isLong ? [issue(at, 'maxLength', 'too_large', textMax)] : []
  })
}

/** A published form as an editor takes it up. */
export const draftOf = ({ key: _key, version: _version, ...draft }: Template): TemplateDraft =>
  draft

/** Every word of a form that members read, by the names of `checkTemplate`'s places. */
export const wordsOf = ({ name, hint, fields }: TemplateDraft) => [
  { field: 'name', text: name },
  { field: 'hint', text: hint },
  ...wordsOfFields(fields),
]

export const wordsOfFields = (fields: readonly FieldDraft[]) =>
  fields.flatMap(({ label, why = '', example = '', unit = '', options = [] }, at) => [
    { field: `fields.${at}.label`, text: label },
    { field: `fields.${at}.why`, text: why },
    { field: `fields.${at}.example`, text: example },
    { field: `fields.${at}.unit`, text: unit },
    ...options.map((option, n) => ({ field: `fields.${at}.options.${n}`, text: option.label })),
  ])
