import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import './index.scss'

interface Props extends FieldProps {
  /** As typed: empty is nothing. */
  value: string
  onChange: (value: string) => void
  unit?: string
  placeholder?: string
}

/** A whole number of any size, typed on the number keys. */
export function NumberField({ value, onChange, unit, placeholder = '', ...field }: Props) {
  const [isOn, setOn] = useState(false)
  return (
    <Field {...field}>
      <View className={cx('hz-input', 'hz-number', isOn && 'hz-input--on')}>
        <Input
          className="hz-number__line"
          type="number"
          value={value}
          placeholder={placeholder}
          placeholderClass="hz-text__placeholder"
          maxlength={6}
          cursorSpacing={120}
          onInput={(event) => onChange(event.detail.value.replace(/\D/g, ''))}
          onFocus={() => setOn(true)}
          onBlur={() => setOn(false)}
          {...spoken({ label: field.label })}
        />
        {unit && <View className="hz-number__unit">{unit}</View>}
      </View>
    </Field>
  )
}
