import { View } from '@tarojs/components'
import type { AvatarId, FrameId } from '../../../types/shape'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './generated/avatars.scss'
import './generated/frames.scss'
import './index.scss'

interface Props {
  id: AvatarId
  /** Whose it is; without it the picture is decoration beside a written name. */
  label?: string
  /** 48, 72, 104 or 160 at width 750, times the elder scale. */
  size?: 'small' | 'normal' | 'large' | 'huge'
  /** The drawn frame round it, from the store. */
  frame?: FrameId | null | undefined
  className?: string
}

/** One of the twelve paper-cut pictures a person can choose (client/drawings/avatars.ts). */
export function Avatar({ id, label, size = 'normal', frame, className }: Props) {
  return (
    <View
      className={cx('hz-avatar', `hz-avatar-${id}`, `hz-avatar--${size}`, className)}
      {...spoken(label ? { role: 'img', label } : { hidden: true })}
    >
      {frame && <View className={cx('hz-frame', `hz-frame-${frame}`)} />}
    </View>
  )
}
