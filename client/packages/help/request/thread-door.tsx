import { View } from '@tarojs/components'
import type { RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'

/** Where the matched people talk; nothing for anybody else. */
export function ThreadDoor({
  request: { requestId, thread },
  communityId,
}: {
  request: RequestDetail
  communityId: string
}) {
  if (!thread) return null
  const { unread, closesAt, count } = thread
  const isClosed = closesAt !== null && Date.parse(closesAt) <= Date.now()
  // A closed talk in which nothing was said leads nowhere.
  if (isClosed && count === 0) return null
  return (
    <View className="request-pair">
      <Button
        small
        kind="secondary"
        icon="chat"
        onClick={() => void navigate('help.thread', { communityId, requestId })}
      >
        {t('help.threadOpen')}
      </Button>
      {unread > 0 && (
        <View className="request-pair__tag">
          <Tag tone="amber">{t('help.threadUnread', { count: unread })}</Tag>
        </View>
      )}
    </View>
  )
}
