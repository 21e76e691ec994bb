import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../a11y'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  title: string
  /** Leads to all of what is shown in part here. */
  more?: { text: string; onClick: () => void }
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, more, children }: Props) {
  return (
    <View className="hz-section">
      <View className="hz-section__head">
        <View className="hz-section__title" {...spoken({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {more && (
          <View
            className="hz-section__more"
            onClick={more.onClick}
            {...spoken({ role: 'button', label: `${title} ${more.text}`, focusable: true })}
          >
            {more.text}
            <Icon name="next" size="small" />
          </View>
        )}
      </View>
      {children}
    </View>
  )
}
