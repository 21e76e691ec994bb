import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../a11y'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface BarProps {
  /** The button that says what happens; a second quiet one beside it at most. */
  children: ReactNode
  /** A line above: what the person should know before tapping. */
  note?: string
}

/** The one main action, always within reach at the page's foot. Give it to Page as `footer`. */
export function FixedAction({ children, note }: BarProps) {
  return (
    <View className="hz-action">
      {note && <View className="hz-action__note">{note}</View>}
      <View className="hz-action__row">{children}</View>
    </View>
  )
}

interface FloatProps {
  text: string
  icon?: IconName
  onClick: () => void
}

/** The one main action of a list, bottom right; put it last, for it makes room for itself there. */
export function FloatingAction({ text, icon = 'add', onClick }: FloatProps) {
  return (
    <>
      <View className="hz-float__room" />
      <View
        className="hz-float"
        onClick={onClick}
        {...spoken({ role: 'button', label: text, focusable: true })}
      >
        <Icon name={icon} />
        <View className="hz-float__text">{text}</View>
      </View>
    </>
  )
}
