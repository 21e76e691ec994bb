import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  title: ReactNode
  /** A second line, quieter. */
  note?: ReactNode
  icon?: IconName
  /** In place of the icon: a person's picture. */
  picture?: ReactNode
  /** At the right: a value, a tag, a count. */
  value?: ReactNode
  onClick?: () => void
  label?: string
}

/** A row of a list; with `onClick` it leads somewhere and says so by an arrow. */
export function ListRow({ title, note, icon, picture, value, onClick, label }: Props) {
  return (
    <View
      className={cx('hz-row', onClick && 'hz-row--tap')}
      {...(onClick ? { onClick } : {})}
      {...(onClick ? spoken({ role: 'button', label, focusable: true }) : {})}
    >
      {(picture || icon) && (
        <View className="hz-row__picture">
          {picture ?? (icon && <Icon name={icon} className="hz-row__icon" />)}
        </View>
      )}
      <View className="hz-row__words">
        <View className="hz-row__title">{title}</View>
        {note && <View className="hz-row__note">{note}</View>}
      </View>
      {value && <View className="hz-row__value">{value}</View>}
      {onClick && <Icon name="next" size="small" className="hz-row__arrow" />}
    </View>
  )
}

/** Rows on one sheet, with hairlines between. */
export function ListGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <View className="hz-rows">
      {title && <View className="hz-rows__title">{title}</View>}
      <View className="hz-rows__sheet">{children}</View>
    </View>
  )
}
