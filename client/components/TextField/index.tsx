import { Input, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import './index.scss'

interface Props extends FieldProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  /** In characters; the counter appears when four fifths are used. */
  maxLength: number
  /** Several lines. */
  long?: boolean
  /** WeChat offers the person's own nickname above the keyboard. */
  nickname?: boolean
  onBlur?: () => void
}

/** A line of text, or several. */
export function TextField(props: Props) {
  const { value, onChange, placeholder = '', maxLength, long, nickname, onBlur, ...field } = props
  const [isOn, setOn] = useState(false)
  const isNearEnd = value.length >= maxLength * 0.8
  const shared = {
    value,
    placeholder,
    placeholderClass: 'hz-text__placeholder',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onFocus: () => setOn(true),
    onBlur: () => {
      setOn(false)
      onBlur?.()
    },
    ...spoken({ label: field.label }),
  }
  return (
    <Field {...field} {...(isNearEnd || long ? { count: `${value.length}/${maxLength}` } : {})}>
      <View className={cx('hz-input', 'hz-text', isOn && 'hz-input--on')}>
        {long ? (
          <Textarea
            className="hz-text__area"
            maxlength={maxLength}
            showConfirmBar={false}
            cursorSpacing={120}
            {...shared}
          />
        ) : (
          <Input
            className="hz-text__line"
            type={nickname ? 'nickname' : 'text'}
            maxlength={maxLength}
            cursorSpacing={120}
            {...shared}
          />
        )}
      </View>
    </Field>
  )
}
