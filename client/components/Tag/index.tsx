import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from '../cx'
import { Icon, type IconName } from '../Icon'
import type { Tone } from '../tone'
import './index.scss'

interface Props {
  children: ReactNode
  tone?: Tone
  icon?: IconName
}

/** A short word about a thing: its kind, its state. Never tapped. */
export function Tag({ children, tone = 'ink', icon }: Props) {
  return (
    <View className={cx('hz-tag', `hz-tag--${tone}`)}>
      {icon && <Icon name={icon} size="small" className="hz-tag__icon" />}
      {children}
    </View>
  )
}
