import { View } from '@tarojs/components'
import type { FieldDefinition, FieldValue } from '../../../types/template'
import { DEFAULT_MAX_LENGTH, IMAGES_DEFAULT } from '../../../types/template'
import { t } from '../../i18n'
import { ChoiceField } from '../ChoiceField'
import { DateTimeField } from '../DateTimeField'
import { ImagesField } from '../ImagesField'
import type { Album } from '../ImagesField/use-uploads'
import { Stepper } from '../Stepper'
import { TextField } from '../TextField'
import { type FieldChange, listOf } from './change'
import { fieldId } from './scroll'

interface Props {
  fields: readonly FieldDefinition[]
  value: Readonly<Record<string, FieldValue>>
  /** A sentence by field key, that says how to mend it. */
  errors?: Readonly<Record<string, string>>
  onChange: (fieldKey: string, change: FieldChange) => void
  /** The community's: date-times are shown and chosen by its clock. */
  timeZone: string
  /** Where pictures go; without it (a trial) none can be added. */
  album?: Album | undefined
  /** Told by field how many pictures are on their way. */
  onUploading?: (fieldKey: string, count: number) => void
}

/** A number without bounds still needs an end for the person's thumb. */
const NUMBER_MAX = 999

/**
 * Draws a form from its definition. Controlled: texts, date-times (ISO UTC), a single choice and a
 * place are strings, a number is a number, a multiple choice is a list of option values, pictures are
 * a list of file ids.
 */
export function FormRenderer(props: Props) {
  const { fields, value, errors = {}, onChange, timeZone, album, onUploading } = props
  return (
    <>
      {fields.map((field) => (
        <View key={field.key} id={fieldId(field.key)}>
          <FormField
            field={field}
            value={value[field.key]}
            error={errors[field.key]}
            onChange={(next) => onChange(field.key, next)}
            timeZone={timeZone}
            album={album}
            onUploading={(count) => onUploading?.(field.key, count)}
          />
        </View>
      ))}
    </>
  )
}

interface FieldSlot {
  field: FieldDefinition
  value: FieldValue | undefined
  error: string | undefined
  onChange: (change: FieldChange) => void
  timeZone: string
  album: Album | undefined
  onUploading: (count: number) => void
}

function FormField({ field, value, error, onChange, timeZone, album, onUploading }: FieldSlot) {
  const shared = { label: field.label, why: field.why, required: field.required, error }
  const text = typeof value === 'string' ? value : ''
  const changeList = (change: (before: readonly string[]) => string[]) =>
    onChange((before) => change(listOf(before)))
  switch (field.kind) {
    case 'shortText':
    case 'longText':
    case 'place':
      return (
        <TextField
          {...shared}
          value={text}
          onChange={onChange}
          placeholder={field.example && t('common.example', { text: field.example })}
          maxLength={field.maxLength ?? DEFAULT_MAX_LENGTH[field.kind]}
          long={field.kind === 'longText'}
        />
      )
    case 'number':
      return (
        <Stepper
          {...shared}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          min={field.min ?? 0}
          max={field.max ?? NUMBER_MAX}
          unit={field.unit}
        />
      )
    case 'dateTime':
      return (
        <DateTimeField {...shared} value={text || null} onChange={onChange} timeZone={timeZone} />
      )
    case 'singleChoice':
      return (
        <ChoiceField
          {...shared}
          options={field.options ?? []}
          value={text || null}
          onChange={onChange}
        />
      )
    case 'multipleChoice':
      return (
        <ChoiceField
          {...shared}
          multiple
          options={field.options ?? []}
          value={listOf(value)}
          onChange={changeList}
        />
      )
    case 'images':
      return (
        <ImagesField
          {...shared}
          value={listOf(value)}
          onChange={changeList}
          max={field.max ?? IMAGES_DEFAULT}
          album={album}
          onUploading={onUploading}
        />
      )
  }
}
