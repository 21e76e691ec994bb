import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../a11y'
import { cx } from '../cx'
import type { Tone } from '../tone'
import './index.scss'

interface Props {
  children: ReactNode
  /**
   * What hangs below the perforation, like the strip one tears off a notice: who asks, what one can
   * do. Without it the card is plain.
   */
  slip?: ReactNode
  /** A washed ground for what waits for the reader. */
  tone?: Exclude<Tone, 'ink'>
  onClick?: () => void
  className?: string
}

/** A sheet of paper on the board. */
export function Card({ children, slip, tone, onClick, className }: Props) {
  return (
    <View
      className={cx('hz-card', tone && `hz-card--${tone}`, onClick && 'hz-card--tap', className)}
      {...(onClick ? { onClick } : {})}
      {...(onClick ? spoken({ role: 'button', focusable: true }) : {})}
    >
      <View className="hz-card__body">{children}</View>
      {slip && (
        <>
          <View className="hz-card__cut" {...spoken({ hidden: true })} />
          <View className="hz-card__slip">{slip}</View>
        </>
      )}
    </View>
  )
}
