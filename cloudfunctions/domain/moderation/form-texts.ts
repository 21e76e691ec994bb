import { type Answers, DEFAULT_MAX_LENGTH, type FieldDefinition } from '../../../types/template'

/** Kinds of fields that people fill with their own words. */
const FREE: readonly FieldDefinition['kind'][] = ['shortText', 'longText', 'place']

type FreeKind = keyof typeof DEFAULT_MAX_LENGTH

/** The free text among the answers to a form, each with its label and what a correction may be. */
export const textsOf = (fields: readonly FieldDefinition[], answers: Answers) =>
  fields.flatMap(({ key, kind, label, required, reviewersOnly, minLength, maxLength }) => {
    const text = answers[key]
    if (!FREE.includes(kind) || reviewersOnly || typeof text !== 'string' || text.trim() === '')
      return []
    const min = Math.max(minLength ?? 0, required ? 1 : 0)
    return [
      {
        field: key,
        label,
        text: text.trim(),
        min,
        max: maxLength ?? DEFAULT_MAX_LENGTH[kind as FreeKind],
      },
    ]
  })
