import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon } from '../Icon'
import './index.scss'

export interface FieldProps {
  label: string
  /** Why it is asked, in a sentence under the label. */
  why?: string | undefined
  required?: boolean
  /** How to mend it, in a sentence below the input. */
  error?: string | undefined
}

interface Props extends FieldProps {
  children: ReactNode
  /** `3/60` and the like, beside the error. */
  count?: string
}

/** Label above, reason, input, and what is wrong with it below. */
export function Field({ label, why, required, error, count, children }: Props) {
  return (
    <View className={cx('hz-field', error && 'hz-field--wrong')}>
      <View className="hz-field__label">
        {label}
        {required === false && <View className="hz-field__optional">{t('common.optional')}</View>}
      </View>
      {why && <View className="hz-field__why">{why}</View>}
      {children}
      {(error || count) && (
        <View className="hz-field__foot">
          <View className="hz-field__error" {...spoken({ role: 'alert' })}>
            {error && <Icon name="alert" size="small" className="hz-field__icon" />}
            {error && <View className="hz-field__sentence">{error}</View>}
          </View>
          {count && <View className="hz-field__count">{count}</View>}
        </View>
      )}
    </View>
  )
}
