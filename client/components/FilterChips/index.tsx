import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props<T> {
  value: T
  options: readonly { value: T; label: string; icon?: IconName }[]
  onChange: (value: T) => void
  /** What is filtered, for a screen reader. */
  label: string
}

/** Narrows a list to one kind: a row of small chips that scrolls sideways. */
export function FilterChips<T extends string | null>(props: Props<T>) {
  const { value, options, onChange, label } = props
  return (
    <View className="hz-filter" {...spoken({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <View
          key={option.value ?? ''}
          className={cx('hz-filter__chip', option.value === value && 'hz-filter__chip--on')}
          onClick={() => onChange(option.value)}
          {...spoken({ role: 'radio', checked: option.value === value, focusable: true })}
        >
          <View className="hz-filter__face">
            {option.icon && <Icon name={option.icon} size="small" className="hz-filter__icon" />}
            {option.label}
          </View>
        </View>
      ))}
    </View>
  )
}
