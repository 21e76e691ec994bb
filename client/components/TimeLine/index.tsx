import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../a11y'
import { Icon, type IconName } from '../Icon'
import './index.scss'

export interface TimeLineStep {
  key: string
  title: string
  /** When it was, or what is waited for. */
  note?: string
  state: 'past' | 'now' | 'ahead' | 'ended'
  icon?: IconName
  /** Who did it, what they said, and the next step as one button for the person who looks. */
  children?: ReactNode
}

const icons: Record<TimeLineStep['state'], IconName | null> = {
  past: 'check',
  now: null,
  ahead: null,
  ended: 'close',
}

/** How a thing went and what comes next, from top to bottom. */
export function TimeLine({ steps }: { steps: readonly TimeLineStep[] }) {
  return (
    <View className="hz-line" {...spoken({ role: 'list' })}>
      {steps.map(({ key, title, note, state, icon, children }) => {
        const drawn = icon ?? icons[state]
        return (
          <View
            key={key}
            className={`hz-line__step hz-line__step--${state}`}
            {...spoken({ role: 'listitem' })}
          >
            <View className="hz-line__knot" {...spoken({ hidden: true })}>
              {drawn && <Icon name={drawn} size="small" />}
            </View>
            <View className="hz-line__words">
              <View className="hz-line__title">{title}</View>
              {note && <View className="hz-line__note">{note}</View>}
              {children && <View className="hz-line__more">{children}</View>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
