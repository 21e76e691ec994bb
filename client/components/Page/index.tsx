import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useTabWords } from '../../hooks/use-tab-words'
import { t, useT } from '../../i18n'
import { windowInsets } from '../../platform/window'
import type { CallError } from '../../services/call'
import { canGoBack, goBack } from '../../services/navigate'
import { isElder, useSettings } from '../../services/settings'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { ErrorRetry } from '../ErrorRetry'
import { Icon } from '../Icon'
import { Skeleton } from '../Skeleton'
import { ToastPlace } from '../Toast'
import './index.scss'

interface Props {
  /** The large title; none on a page whose picture speaks. */
  title?: string
  /** A line under the title. */
  lead?: ReactNode
  /** A tab page: no way back, room for the tab bar. */
  tab?: boolean
  /** In the header's row at the left, in place of the way back (the community's name on tabs). */
  leading?: ReactNode
  /** Beside the title, at its right: one small thing. */
  aside?: ReactNode
  /** Nothing to show yet: the skeleton takes the place of the content. */
  loading?: boolean
  skeleton?: ReactNode
  /** Nothing came. With `hasContent` it is a notice above what was shown before. */
  error?: CallError | undefined
  hasContent?: boolean
  onRetry?: () => void
  /** Takes the place of the content when there is none: an Empty. */
  empty?: ReactNode
  /** Stays at the foot: FixedAction. */
  footer?: ReactNode
  children?: ReactNode
}

/**
 * The root of every page: ground, scale, header, and which of skeleton, error, empty and content is
 * shown. Sheets belong inside it too, because its root holds the type sizes.
 */
export function Page(props: Props) {
  const { title, lead, tab, leading, aside, footer } = props
  const settings = useSettings()
  useT()
  useTabWords(Boolean(tab))
  return (
    <View
      className={cx('hz-page', isElder(settings) && 'elder', tab && 'hz-page--tab')}
      {...spoken({ landmark: 'main' })}
    >
      <Header leading={leading} isTab={Boolean(tab)} />
      {(title || lead) && (
        <View className="hz-page__top">
          <View className="hz-page__titles">
            {title && (
              <View className="hz-page__title" {...spoken({ role: 'heading', level: 1 })}>
                {title}
              </View>
            )}
            {lead && <View className="hz-page__lead">{lead}</View>}
          </View>
          {aside}
        </View>
      )}
      <View className="hz-page__body">
        <Body {...props} />
      </View>
      {footer && (
        <>
          <View className="hz-page__room" />
          <View className="hz-page__footer">{footer}</View>
        </>
      )}
      <ToastPlace />
    </View>
  )
}

function Body({ loading, skeleton, error, hasContent, onRetry, empty, children }: Props) {
  if (error && onRetry && !hasContent) return <ErrorRetry error={error} onRetry={onRetry} />
  if (loading) return <>{skeleton ?? <Skeleton />}</>
  return (
    <>
      {error && onRetry && <ErrorRetry inline error={error} onRetry={onRetry} />}
      {empty || children}
    </>
  )
}

/** The row beside WeChat's capsule, below the status bar. */
function Header({ leading, isTab }: { leading: ReactNode; isTab: boolean }) {
  const { top, bar, right } = windowInsets()
  const hasBack = !isTab && canGoBack()
  return (
    <View className="hz-page__header" style={{ paddingTop: `${top}px` }}>
      <View className="hz-page__row" style={{ minHeight: `${bar}px`, marginRight: `${right}px` }}>
        {leading ??
          (!isTab && (
            <View
              className="hz-page__back"
              onClick={() => void goBack()}
              {...spoken({
                role: 'button',
                label: t(hasBack ? 'common.back' : 'common.toHome'),
                focusable: true,
              })}
            >
              <Icon name={hasBack ? 'back' : 'home'} />
            </View>
          ))}
      </View>
    </View>
  )
}
