import { WELCOME_BOUNDS } from '../../types/community'
import type { FieldIssue } from '../../types/errors'
import { checkAnswers, type FieldDefinition } from '../../types/template'

/** Fewest and most characters of the texts that belong to no template, as the contract holds them. */
export const TEXT_LIMITS = {
  nickname: [1, 16],
  communityName: [2, 20],
  purpose: [4, 60],
  rule: [2, 200],
  reason: [2, 120],
  welcome: WELCOME_BOUNDS,
} as const satisfies Record<string, readonly [min: number, max: number]>

type TextName = keyof typeof TEXT_LIMITS

/** Checks such texts by the same rules as a form's fields; `values` by name or `name:anything`. */
export function checkTexts(values: Readonly<Record<string, string>>): FieldIssue[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const [minLength, maxLength] = TEXT_LIMITS[key.split(':')[0] as TextName]
    const field: FieldDefinition = {
      key: 'text',
      kind: 'longText',
      label: key,
      required: true,
      minLength,
      maxLength,
    }
    const { issues } = checkAnswers([field], { text: value }, new Date())
    return issues.map((issue) => ({ ...issue, field: key }))
  })
}
