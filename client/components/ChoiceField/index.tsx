import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'

export interface Option {
  value: string
  label: string
  /** A second, quieter line; rows only. */
  hint?: string
}

interface Shared extends FieldProps {
  options: readonly Option[]
  /** Chips for short words, rows for sentences (ready reasons). */
  look?: 'chips' | 'rows'
}

type Props =
  | (Shared & { multiple?: false; value: string | null; onChange: (value: string) => void })
  | (Shared & {
      multiple: true
      value: readonly string[]
      onChange: (change: (before: readonly string[]) => string[]) => void
    })

/** One of several, or several of many; everything offered is in sight. */
export function ChoiceField(props: Props) {
  const { options, look = 'chips', label, why, required, error, multiple } = props
  const isChosen = (value: string) =>
    multiple ? props.value.includes(value) : props.value === value
  const choose = (value: string) => {
    if (!multiple) props.onChange(value)
    // Made from what holds then: two taps may come between one drawing and the next.
    else props.onChange((before) => toggled(before, value))
  }
  return (
    <Field label={label} why={why} error={error} {...(required === undefined ? {} : { required })}>
      <View
        className={`hz-choices hz-choices--${look}`}
        {...spoken({ role: multiple ? 'group' : 'radiogroup', label })}
      >
        {options.map((option) => (
          <View
            key={option.value}
            className={cx('hz-choice', isChosen(option.value) && 'hz-choice--on')}
            onClick={() => choose(option.value)}
            {...spoken({
              role: multiple ? 'checkbox' : 'radio',
              label: option.label,
              checked: isChosen(option.value),
              focusable: true,
            })}
          >
            <View className={cx('hz-choice__mark', multiple && 'hz-choice__mark--box')}>
              {isChosen(option.value) && <Icon name="check" size="small" />}
            </View>
            <View className="hz-choice__words">
              {option.label}
              {option.hint && <View className="hz-choice__hint">{option.hint}</View>}
            </View>
          </View>
        ))}
      </View>
    </Field>
  )
}

const toggled = (chosen: readonly string[], value: string): string[] =>
  chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value]
