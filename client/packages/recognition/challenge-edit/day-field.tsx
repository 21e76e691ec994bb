import { Picker, View } from '@tarojs/components'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Field, type FieldProps } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { dayInWords } from '../../../i18n/day'

interface Props extends FieldProps {
  /** A day of the community's calendar. */
  value: string
  /** The first that may be chosen. */
  from: string
  disabled?: boolean
  onChange: (day: string) => void
}

/** A day without a time. */
export function DayField({ value, from, disabled = false, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      <Picker
        mode="date"
        name={field.label}
        value={value}
        start={from}
        disabled={disabled}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View
          className={cx('hz-input', 'challenge-edit__day', disabled && 'challenge-edit__day--off')}
          {...spoken({ role: 'button', label: `${field.label} ${dayInWords(value)}`, disabled })}
        >
          <Icon name="calendar" className="challenge-edit__icon" />
          {dayInWords(value)}
        </View>
      </Picker>
    </Field>
  )
}
