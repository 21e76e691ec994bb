import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** The sheet's one decision, kept in sight below what scrolls. */
  footer?: ReactNode
}

/** A sheet of paper that slides over the page from below: a choice, a reason, a short form. */
export function Sheet({ open, title, onClose, children, footer }: Props) {
  if (!open) return null
  return (
    <View className="hz-sheet" {...spoken({ role: 'dialog', label: title, modal: true })}>
      <View className="hz-sheet__veil" onClick={onClose} catchMove {...spoken({ hidden: true })} />
      <View className="hz-sheet__paper">
        <View className="hz-sheet__head">
          <View className="hz-sheet__title" {...spoken({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View
            className="hz-sheet__close"
            onClick={onClose}
            {...spoken({ role: 'button', label: t('common.close'), focusable: true })}
          >
            <Icon name="close" />
          </View>
        </View>
        <View className="hz-sheet__body">{children}</View>
        {footer && <View className="hz-sheet__footer">{footer}</View>}
      </View>
    </View>
  )
}
