import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'

interface Props extends FieldProps {
  /** 1 to 5; null when not yet chosen. */
  value: number | null
  onChange: (value: number) => void
  /** How a choice is said aloud: `3 星`. */
  nameOf: (stars: number) => string
}

const STARS = [1, 2, 3, 4, 5]

/** One to five stars, each a finger wide. */
export function RatingField({ value, onChange, nameOf, ...field }: Props) {
  return (
    <Field {...field}>
      <View className="hz-rating" {...spoken({ role: 'radiogroup', label: field.label })}>
        {STARS.map((stars) => (
          <View
            key={stars}
            className={cx(
              'hz-rating__star',
              value !== null && stars <= value && 'hz-rating__star--on',
            )}
            onClick={() => onChange(stars)}
            {...spoken({
              role: 'radio',
              label: nameOf(stars),
              checked: value === stars,
              focusable: true,
            })}
          >
            <Icon name="star" size="large" />
          </View>
        ))}
      </View>
    </Field>
  )
}
