import type { FieldDefinition, FieldValue } from '../../../types/template'
import type { ApplicationDoc } from '../../db/documents'

/** Question and answer as asked, those that were answered. */
export const inWords = ({ questions, answers }: Pick<ApplicationDoc, 'questions' | 'answers'>) =>
  questions.flatMap((question) => {
    const value = answers[question.key]
    return value === undefined ? [] : [{ label: question.label, value: asText(question, value) }]
  })

/** An answer as one text: choices by their labels, numbers with their unit. */
function asText({ options, unit }: FieldDefinition, value: FieldValue): string {
  const labelOf = (choice: string) =>
    options?.find((option) => option.value === choice)?.label ?? choice
  if (typeof value === 'number') return `${value}${unit ? ` ${unit}` : ''}`
  return Array.isArray(value) ? value.map(labelOf).join('、') : labelOf(value)
}
