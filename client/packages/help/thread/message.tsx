import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ThreadMessage } from '../../../../types/help-views'
import { Avatar } from '../../../components/Avatar'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { Report } from './report'

interface Props {
  ids: { communityId: string; requestId: string }
  message: ThreadMessage
  timeZone: string
}

/** What somebody said, and when; one's own stands at the right. A tap on another's offers to report it. */
export function Message({ ids, message, timeZone }: Props) {
  const { from, own, words, visibility, createdAt, messageId } = message
  const [isTapped, setTapped] = useState(false)
  const isShown = visibility === 'shown'
  const isGone = words === ''
  const isReportable = !own && isShown && !isGone
  return (
    <View className={cx('thread-message', own && 'thread-message--own')}>
      <Avatar id={from.avatar} size="small" />
      <View className="thread-message__body">
        <View className="thread-message__by">
          {own ? t('help.me') : from.nickname} · {ago(createdAt, timeZone)}
        </View>
        <View
          className={cx('thread-message__words', isGone && 'thread-message__words--gone')}
          {...(isReportable
            ? {
                onClick: () => setTapped(!isTapped),
                ...spoken({ role: 'button', focusable: true }),
              }
            : {})}
        >
          {isGone ? t(visibility === 'removed' ? 'help.threadRemoved' : 'help.threadHeld') : words}
        </View>
        {isReportable && isTapped && (
          <View className="thread-message__report">
            <Report about={{ ...ids, messageId }} onDone={() => setTapped(false)} />
          </View>
        )}
        {own && !isShown && (
          <View className="thread-message__tag">
            <Tag tone="amber" icon="wait">
              {t(`help.visibility_${visibility}`)}
            </Tag>
          </View>
        )}
      </View>
    </View>
  )
}
