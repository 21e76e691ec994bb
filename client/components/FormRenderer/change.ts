import type { Answers, FieldValue } from '../../../types/template'

/**
 * The new value of a field, or how it is made from the one before: where several taps may come
 * between one drawing and the next, only the latter loses none.
 */
export type FieldChange = FieldValue | ((before: FieldValue | undefined) => FieldValue)

/** The answers after a change of one field. */
export const changed = (answers: Answers, fieldKey: string, change: FieldChange): Answers => ({
  ...answers,
  [fieldKey]: typeof change === 'function' ? change(answers[fieldKey]) : change,
})

/** A value that is a list, or none yet. */
export const listOf = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value : []
