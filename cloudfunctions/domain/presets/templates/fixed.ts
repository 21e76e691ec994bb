import type { FieldDefinition } from '../../../../types/template'

/**
 * The three fields of every request form. Each form says in its own words why and gives its own
 * example; keys, kinds and bounds are the same everywhere, because the board reads them.
 */
type Words = { label: string; why: string; example: string }

/** What exactly: the title on the board. */
export const what = (words: Words): FieldDefinition => ({
  key: 'what',
  kind: 'shortText',
  ...words,
  required: true,
  minLength: 4,
  maxLength: 60,
})

/** By when. Half an hour is the least in which somebody can see it; a month keeps the board fresh. */
export const deadline = (words: Omit<Words, 'example'>): FieldDefinition => ({
  key: 'deadline',
  kind: 'dateTime',
  ...words,
  required: true,
  minAheadMinutes: 30,
  maxAheadDays: 30,
})

/** Words of thanks, said ahead. */
export const thanks = (example: string): FieldDefinition => ({
  key: 'thanks',
  kind: 'shortText',
  label: '先说一句感谢',
  why: '愿意停下来看的人，最先看到的是这一句。',
  example,
  required: true,
  minLength: 2,
  maxLength: 60,
})
