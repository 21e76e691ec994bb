import { View } from '@tarojs/components'
import type { ThreadMessage } from '../../../../types/help'
import { Avatar } from '../../../components/Avatar'
import { cx } from '../../../components/cx'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'

interface Props {
  message: ThreadMessage
  timeZone: string
}

/** What somebody said, and when; one's own stands at the right. */
export function Message({ message, timeZone }: Props) {
  const { from, own, words, visibility, createdAt } = message
  const isShown = visibility === 'shown'
  const isGone = words === ''
  return (
    <View className={cx('thread-message', own && 'thread-message--own')}>
      <Avatar id={from.avatar} size="small" />
      <View className="thread-message__body">
        <View className="thread-message__by">
          {own ? t('help.me') : from.nickname} · {ago(createdAt, timeZone)}
        </View>
        <View className={cx('thread-message__words', isGone && 'thread-message__words--gone')}>
          {isGone ? t(visibility === 'removed' ? 'help.threadRemoved' : 'help.threadHeld') : words}
        </View>
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
