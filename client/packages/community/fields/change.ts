import type { FieldDraft } from '../../../../types/definition'
import type { FieldKind } from '../../../../types/template'
import type { IconName } from '../../../components/Icon'
import { makeKey } from '../../../services/call-core'

export const kindIcons: Readonly<Record<FieldKind, IconName>> = {
  shortText: 'minus',
  longText: 'rules',
  number: 'star',
  dateTime: 'clock',
  singleChoice: 'done',
  multipleChoice: 'filter',
  images: 'camera',
  place: 'place',
}

/** A name inside a definition that nothing else in it has. */
export const newSlug = (): string => `k${makeKey(Math.random).slice(0, 10)}`

/** A field as it is when it has just been added. */
export function blankField(kind: FieldKind): FieldDraft {
  const isChoice = kind === 'singleChoice' || kind === 'multipleChoice'
  return {
    key: newSlug(),
    kind,
    label: '',
    required: false,
    ...(isChoice ? { options: [blankOption(), blankOption()] } : {}),
  }
}

export const blankOption = () => ({ value: newSlug(), label: '' })

/** One place up or down; at an end it stays. */
export function moved(fields: readonly FieldDraft[], key: string, by: 1 | -1): FieldDraft[] {
  const next = [...fields]
  const from = next.findIndex((field) => field.key === key)
  const [field] = from < 0 ? [] : next.splice(from, 1)
  if (field) next.splice(Math.max(0, from + by), 0, field)
  return next
}
