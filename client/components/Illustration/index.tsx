import { View } from '@tarojs/components'
import type { SceneName } from '../../drawings/scenes'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './generated/scenes.scss'
import './index.scss'

export type { SceneName }

interface Props {
  name: SceneName
  /** 320 wide beside text that explains it, or 480 as a page's picture (width 750). */
  size?: 'normal' | 'large'
  className?: string
}

/** A paper-cut scene (client/drawings/scenes.ts). Always beside words that say the same. */
export function Illustration({ name, size = 'normal', className }: Props) {
  return (
    <View
      className={cx('hz-scene', `hz-scene-${name}`, `hz-scene--${size}`, className)}
      {...spoken({ hidden: true })}
    />
  )
}
