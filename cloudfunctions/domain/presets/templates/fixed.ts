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

/**
 * What a sensitive form asks for beside: an explanation and pictures that only reviewers and the
 * author see (B3). The pictures may stay out where there is nothing to photograph; words may not.
 */
export const proof = (words: {
  why: string
  example: string
  pictures: string
}): FieldDefinition[] => [
  {
    key: 'proof',
    kind: 'longText',
    label: '给审核的人看的说明',
    why: words.why,
    example: words.example,
    required: true,
    reviewersOnly: true,
    minLength: 6,
    maxLength: 500,
  },
  {
    key: 'proofImages',
    kind: 'images',
    label: '能说明情况的照片',
    why: words.pictures,
    required: false,
    reviewersOnly: true,
    max: 3,
  },
]

/** Pictures that everybody sees, where a picture says it better. */
export const pictures = (why: string): FieldDefinition => ({
  key: 'images',
  kind: 'images',
  label: '照片',
  why,
  required: false,
  max: 3,
})
