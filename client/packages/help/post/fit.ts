import type { Answers, FieldDefinition, FieldValue } from '../../../../types/template'

/**
 * What of the answers still fits a form, whose definition may have changed since they were given:
 * fields that are gone and choices no longer offered fall away, everything else stays as written.
 */
export function fitAnswers(fields: readonly FieldDefinition[], answers: Answers): Answers {
  const kept: Answers = {}
  for (const field of fields) {
    const value = answers[field.key]
    const part = value === undefined ? undefined : fitting(field, value)
    if (part !== undefined) kept[field.key] = part
  }
  return kept
}

function fitting(
  { kind, options = [] }: FieldDefinition,
  value: FieldValue,
): FieldValue | undefined {
  const isOffered = (choice: string) => options.some((option) => option.value === choice)
  switch (kind) {
    case 'shortText':
    case 'longText':
    case 'place':
    case 'dateTime':
      return typeof value === 'string' ? value : undefined
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'singleChoice':
      return typeof value === 'string' && isOffered(value) ? value : undefined
    case 'images':
      return Array.isArray(value) ? value : undefined
    case 'multipleChoice':
      return Array.isArray(value) ? value.filter(isOffered) : undefined
  }
}
