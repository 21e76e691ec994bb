import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'

interface Props extends FieldProps {
  value: number | null
  onChange: (value: number) => void
  min: number
  max: number
  unit?: string | undefined
}

/** A whole number of a small range, by one. */
export function Stepper({ value, onChange, min, max, unit, ...field }: Props) {
  // Nothing chosen is shown as nothing; the first step lands on the least.
  const step = (by: number) =>
    onChange(value === null ? min : Math.min(max, Math.max(min, value + by)))
  const button = (by: 1 | -1, isOff: boolean) => (
    <View
      className={isOff ? 'hz-stepper__button hz-stepper__button--off' : 'hz-stepper__button'}
      onClick={() => !isOff && step(by)}
      {...spoken({
        role: 'button',
        label: `${field.label} ${t(by > 0 ? 'common.more' : 'common.less')}`,
        disabled: isOff,
        focusable: true,
      })}
    >
      <Icon name={by > 0 ? 'add' : 'minus'} />
    </View>
  )
  return (
    <Field {...field}>
      <View className="hz-stepper">
        {button(-1, value === null || value <= min)}
        <View className="hz-stepper__value" {...spoken({ live: 'polite' })}>
          {value ?? '—'}
          {unit && <View className="hz-stepper__unit">{unit}</View>}
        </View>
        {button(1, value !== null && value >= max)}
      </View>
    </Field>
  )
}
