import * as v from 'valibot'
import type { FieldIssue, FieldIssueCode } from './errors'
import { fileId, id, slug, text } from './shape'

export const FIELD_KINDS = [
  'shortText',
  'longText',
  'number',
  'dateTime',
  'singleChoice',
  'multipleChoice',
  'images',
  'place',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One field of a form. Lengths in characters, numbers in `unit`, times ahead of now. */
export const fieldDefinition = v.object({
  key: slug,
  kind: v.picklist(FIELD_KINDS),
  label: text(1, 20),
  why: v.optional(text(1, 80)),
  example: v.optional(text(1, 80)),
  required: v.boolean(),
  /** Seen by the author and by those who review, by nobody else: proof. */
  reviewersOnly: v.optional(v.boolean()),
  minLength: v.optional(v.pipe(v.number(), v.integer())),
  maxLength: v.optional(v.pipe(v.number(), v.integer())),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  unit: v.optional(text(1, 8)),
  options: v.optional(v.array(v.object({ value: slug, label: text(1, 20) }))),
  minAheadMinutes: v.optional(v.number()),
  maxAheadDays: v.optional(v.number()),
})
export type FieldDefinition = v.InferOutput<typeof fieldDefinition>

/** What a form may be drawn with; names of the app's icons. */
export const TEMPLATE_ICONS = [
  'hand',
  'idea',
  'link',
  'urgent',
  'home',
  'shopping',
  'tool',
  'sprout',
  'car',
  'package',
  'briefcase',
  'book',
  'chat',
  'heart',
  'tea',
  'place',
  'calendar',
  'camera',
  'search',
  'star',
] as const
export type TemplateIcon = (typeof TEMPLATE_ICONS)[number]

/**
 * What a form touches that makes a person look before it shows (B3). Such a form asks for proof that
 * only reviewers see.
 */
export const SENSITIVITIES = ['none', 'personal', 'money'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const template = v.object({
  key: slug,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: text(1, 12),
  /** When to use this form, in one sentence. */
  hint: text(1, 60),
  icon: v.picklist(TEMPLATE_ICONS),
  sensitivity: v.picklist(SENSITIVITIES),
  fields: v.array(fieldDefinition),
})
export type Template = v.InferOutput<typeof template>

/** What the phone may send for any field; the definition decides which of these fits. */
export const fieldValue = v.union([
  v.pipe(v.string(), v.maxLength(4000)),
  v.pipe(v.number(), v.finite()),
  v.pipe(v.array(v.union([id, fileId])), v.maxLength(30)),
])
export type FieldValue = v.InferOutput<typeof fieldValue>

/** Answers by field key. Bounded so that a hostile phone cannot send a book. */
export const answers = v.pipe(
  v.record(slug, fieldValue),
  v.check((value) => Object.keys(value).length <= 40, 'too many fields'),
)
export type Answers = v.InferOutput<typeof answers>

/** The three fields every request form has (B1): what exactly, by when, words of thanks. */
export const FIXED_FIELDS = ['what', 'deadline', 'thanks'] as const

export const DEFAULT_MAX_LENGTH = { shortText: 60, longText: 1000, place: 60 } as const

/** Pictures of one field where its definition sets no number. */
export const IMAGES_DEFAULT = 3

/**
 * Checks answers against the definition; the phone and the cloud both call it.
 * Answers the trimmed values to keep, or every field's issue. `now` decides about times ahead.
 */
export function checkAnswers(
  fields: readonly FieldDefinition[],
  given: Answers,
  now: Date,
): { values: Answers; issues: FieldIssue[] } {
  const values: Answers = {}
  const issues: FieldIssue[] = []
  const known = new Set(fields.map((field) => field.key))
  const givenByKey = new Map(Object.entries(given))
  for (const key of givenByKey.keys()) {
    if (!known.has(key)) issues.push({ field: key, code: 'unknown' })
  }
  for (const field of fields) {
    const value = tidy(givenByKey.get(field.key))
    if (value === undefined) {
      if (field.required) issues.push({ field: field.key, code: 'missing' })
      continue
    }
    const issue = checkValue(field, value, now)
    if (issue) issues.push({ field: field.key, ...issue })
    else values[field.key] = value
  }
  return { values, issues }
}

/** Blank text and empty choices count as not given. */
function tidy(value: FieldValue | undefined): FieldValue | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  return value
}

type Issue = { code: FieldIssueCode; bound?: number } | undefined

function checkValue(field: FieldDefinition, value: FieldValue, now: Date): Issue {
  switch (field.kind) {
    case 'shortText':
    case 'longText':
    case 'place':
      return checkText(field, value, DEFAULT_MAX_LENGTH[field.kind])
    case 'number':
      return checkNumber(field, value)
    case 'dateTime':
      return checkTime(field, value, now)
    case 'singleChoice':
      if (typeof value !== 'string') return { code: 'wrong_kind' }
      return field.options?.some((option) => option.value === value)
        ? undefined
        : { code: 'not_an_option' }
    case 'multipleChoice':
      return checkChoices(field, value)
    case 'images':
      return checkImages(field, value)
  }
}

function checkText(field: FieldDefinition, value: FieldValue, fallback: number): Issue {
  if (typeof value !== 'string') return { code: 'wrong_kind' }
  if (!v.is(text(0, 4000), value)) return { code: 'unprintable' }
  const min = field.minLength ?? 0
  const max = field.maxLength ?? fallback
  if (value.length < min) return { code: 'too_short', bound: min }
  if (value.length > max) return { code: 'too_long', bound: max }
  return undefined
}

function checkNumber(field: FieldDefinition, value: FieldValue): Issue {
  if (typeof value !== 'number') return { code: 'wrong_kind' }
  if (!Number.isInteger(value)) return { code: 'not_whole' }
  if (field.min !== undefined && value < field.min) return { code: 'too_small', bound: field.min }
  if (field.max !== undefined && value > field.max) return { code: 'too_large', bound: field.max }
  return undefined
}

function checkTime(field: FieldDefinition, value: FieldValue, now: Date): Issue {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value)) {
    return { code: 'wrong_kind' }
  }
  const at = Date.parse(value)
  if (Number.isNaN(at)) return { code: 'wrong_kind' }
  const minutes = field.minAheadMinutes ?? 0
  if (at < now.getTime() + minutes * 60_000) return { code: 'too_soon', bound: minutes }
  const days = field.maxAheadDays
  if (days !== undefined && at > now.getTime() + days * 86_400_000) {
    return { code: 'too_late', bound: days }
  }
  return undefined
}

function checkChoices(field: FieldDefinition, value: FieldValue): Issue {
  if (!Array.isArray(value)) return { code: 'wrong_kind' }
  const offered = new Set(field.options?.map((option) => option.value))
  if (new Set(value).size !== value.length) return { code: 'wrong_kind' }
  if (value.some((choice) => !offered.has(choice))) return { code: 'not_an_option' }
  if (field.max !== undefined && value.length > field.max)
    return { code: 'too_long', bound: field.max }
  return undefined
}

/** Shape and number; that the files are there and the author's own, the cloud checks. */
function checkImages(field: FieldDefinition, value: FieldValue): Issue {
  if (!Array.isArray(value) || value.some((item) => !v.is(fileId, item))) {
    return { code: 'wrong_kind' }
  }
  if (new Set(value).size !== value.length) return { code: 'wrong_kind' }
  const max = field.max ?? IMAGES_DEFAULT
  return value.length > max ? { code: 'too_long', bound: max } : undefined
}
