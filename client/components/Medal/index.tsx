import { View } from '@tarojs/components'
import type { Medal as MedalName } from '../../../types/recognition'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './generated/medals.scss'
import './index.scss'

interface Props {
  name: MedalName
  /** Not earned yet: a pale shape of it. */
  isAhead?: boolean
  /** 56, 128 or 240 at width 750, times the elder scale. */
  size?: 'small' | 'normal' | 'large'
  /** What it is called; without it the picture is decoration beside a written name. */
  label?: string
}

/** A paper-cut medal (client/drawings/medals.ts). */
export function Medal({ name, isAhead = false, size = 'normal', label }: Props) {
  return (
    <View
      className={cx(
        'hz-medal',
        `hz-medal-${name}`,
        `hz-medal--${size}`,
        isAhead && 'hz-medal--ahead',
      )}
      {...spoken(label ? { role: 'img', label } : { hidden: true })}
    />
  )
}
