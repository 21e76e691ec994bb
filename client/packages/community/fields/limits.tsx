import { View } from '@tarojs/components'
import { DEFINITION_BOUNDS } from '../../../../types/definition'
import { DEFAULT_MAX_LENGTH, type FieldKind, IMAGES_DEFAULT } from '../../../../types/template'
import { NumberField } from '../../../components/NumberField'
import { TextField } from '../../../components/TextField'
import { type MessageKey, t } from '../../../i18n'
import type { PartProps } from './part'

type Part = 'minLength' | 'maxLength' | 'min' | 'max' | 'minAheadMinutes' | 'maxAheadDays'
type Wording = Extract<MessageKey, `forms.${string}`>

const ofText: readonly (readonly [Part, Wording])[] = [
  ['minLength', 'forms.minLength'],
  ['maxLength', 'forms.maxLength'],
]

/** The limits that each kind of field may set. */
const LIMITS: Readonly<Record<FieldKind, readonly (readonly [Part, Wording])[]>> = {
  shortText: ofText,
  longText: ofText,
  place: ofText,
  number: [
    ['min', 'forms.min'],
    ['max', 'forms.max'],
  ],
  dateTime: [
    ['minAheadMinutes', 'forms.minAhead'],
    ['maxAheadDays', 'forms.maxAhead'],
  ],
  singleChoice: [],
  multipleChoice: [['max', 'forms.maxChoices']],
  images: [['max', 'forms.maxImages']],
}

/** Fewest and most, each side by side; empty is no limit, or the kind's own. */
export function Limits({ field, mistakes, onChange }: PartProps) {
  const { kind } = field
  return (
    <>
      <View className="field-limits">
        {LIMITS[kind].map(([part, wording]) => (
          <View key={part} className="field-limits__one">
            <NumberField
              label={t(wording as 'forms.min')}
              required={false}
              placeholder={otherwise(kind, part)}
              value={field[part] === undefined ? '' : String(field[part])}
              error={mistakes[part]}
              onChange={(value) =>
                onChange(() => ({ [part]: value === '' ? undefined : Number(value) }))
              }
            />
          </View>
        ))}
      </View>
      {kind === 'number' && (
        <TextField
          label={t('forms.unit')}
          required={false}
          value={field.unit ?? ''}
          maxLength={DEFINITION_BOUNDS.unit[1]}
          error={mistakes.unit}
          onChange={(value) => onChange(() => ({ unit: value }))}
        />
      )}
    </>
  )
}

/** What holds where nothing is set. */
function otherwise(kind: FieldKind, part: Part): string {
  if (kind === 'images') return String(IMAGES_DEFAULT)
  if (part === 'minLength' || part === 'minAheadMinutes') return '0'
  if (part === 'maxLength' && kind in DEFAULT_MAX_LENGTH) {
    return String(DEFAULT_MAX_LENGTH[kind as keyof typeof DEFAULT_MAX_LENGTH])
  }
  return t('forms.noLimit')
}
