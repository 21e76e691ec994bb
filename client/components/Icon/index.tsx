import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import type { IconName } from './generated/names'
import './generated/icons.scss'
import './index.scss'

export type { IconName }

interface Props {
  name: IconName
  /** 28, 40 or 56 at width 750, times the elder scale. */
  size?: 'small' | 'normal' | 'large'
  /** Said by a screen reader; without it the icon is decoration. */
  label?: string
  className?: string
}

/** One drawing of the icon family in the colour of the text around it. */
export function Icon({ name, size = 'normal', label, className }: Props) {
  return (
    <View
      className={cx('hz-icon', `hz-icon-${name}`, `hz-icon--${size}`, className)}
      {...spoken(label ? { role: 'img', label } : { hidden: true })}
    />
  )
}
