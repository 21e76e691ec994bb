import { Button as NativeButton, View } from '@tarojs/components'
import type { ComponentProps, ReactNode } from 'react'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** What happens, in the person's words: 提交，审核后显示. */
  children: ReactNode
  /** `main` at most once a screen. */
  kind?: 'main' | 'secondary' | 'quiet' | 'danger'
  icon?: IconName
  /** Under way: shows it, and takes no further tap. */
  busy?: boolean
  disabled?: boolean
  /** As wide as its column. */
  full?: boolean
  /** 64 high for rows of cards; its touch area stays 88. */
  small?: boolean
  onClick?: () => void
  /** WeChat's native abilities (share, chooseAvatar, agreePrivacyAuthorization). */
  openType?: ComponentProps<typeof NativeButton>['openType']
  id?: string
  onAgreePrivacyAuthorization?: () => void
  label?: string
  className?: string
}

/** A button. Bound by `onClick` alone: on the web a form's submit does not hear a mouse. */
export function Button(props: Props) {
  const { children, kind = 'main', icon, busy, disabled, full, small, onClick, openType } = props
  const isOff = Boolean(busy || disabled)
  const className = cx(
    'hz-button',
    `hz-button--${kind}`,
    full && 'hz-button--full',
    small && 'hz-button--small',
    isOff && 'hz-button--off',
    props.className,
  )
  const inside = (
    <>
      {busy ? (
        <View className="hz-button__spin" {...spoken({ hidden: true })} />
      ) : (
        icon && <Icon name={icon} size={small ? 'small' : 'normal'} className="hz-button__icon" />
      )}
      <View className="hz-button__text">{children}</View>
    </>
  )
  const tap = () => {
    if (!isOff) onClick?.()
  }
  if (openType) {
    return (
      <NativeButton
        className={className}
        openType={openType}
        disabled={isOff}
        onClick={tap}
        {...(props.id ? { id: props.id } : {})}
        {...(props.onAgreePrivacyAuthorization
          ? { onAgreePrivacyAuthorization: props.onAgreePrivacyAuthorization }
          : {})}
        {...spoken({ label: props.label })}
      >
        {inside}
      </NativeButton>
    )
  }
  return (
    <View
      className={className}
      onClick={tap}
      {...(props.id ? { id: props.id } : {})}
      {...spoken({ role: 'button', label: props.label, disabled: isOff, focusable: true })}
    >
      {inside}
    </View>
  )
}
