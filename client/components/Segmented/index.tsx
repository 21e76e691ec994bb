import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './index.scss'

interface Props<T extends string> {
  value: T
  options: readonly { value: T; label: string; count?: number }[]
  onChange: (value: T) => void
  /** What is filtered, for a screen reader. */
  label: string
}

/** Views of one list: two to four words side by side, more of them scroll. */
export function Segmented<T extends string>({ value, options, onChange, label }: Props<T>) {
  return (
    <View className="hz-segments" {...spoken({ role: 'tablist', label })}>
      {options.map((option) => (
        <View
          key={option.value}
          className={cx('hz-segment', option.value === value && 'hz-segment--on')}
          onClick={() => onChange(option.value)}
          {...spoken({ role: 'tab', selected: option.value === value, focusable: true })}
        >
          {option.label}
          {Boolean(option.count) && <View className="hz-segment__count">{option.count}</View>}
        </View>
      ))}
    </View>
  )
}
