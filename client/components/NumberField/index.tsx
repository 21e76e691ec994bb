import { Input, View } from '@tarojs/components'

<<<<<<< HEAD

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
=======
import { spoken } from '../a11y'
import { Field, type FieldProps } from '../Field'
import '../TextField/index.scss'

interface Props extends FieldProps {
  value: number | undefined
  /** Undefined when it was emptied. */
  onChange: (value: number | undefined) => void
  placeholder?: string
}

/** Digits by the keyboard: for a number whose range is too wide to step through. */
export function NumberField({ value, onChange, placeholder = '', ...field }: Props) {
  return (
    <Field {...field}>
      <View className="hz-input hz-text">
        <Input
          className="hz-text__line"
          type="number"
          maxlength={8}
          value={value === undefined ? '' : String(value)}
          placeholder={placeholder}
          placeholderClass="hz-text__placeholder"
          onInput={(event) => onChange(numberOf(event.detail.value))}
          {...spoken({ label: field.label })}
        />
>>>>>>> 41ae84b (Edit request forms on the phone)
      </View>
    </Field>
  )
}
<<<<<<< HEAD
=======

function numberOf(text: string): number | undefined {
  const value = Number(text)
  return text.trim() === '' || Number.isNaN(value) ? undefined : value
}
>>>>>>> 41ae84b (Edit request forms on the phone)
