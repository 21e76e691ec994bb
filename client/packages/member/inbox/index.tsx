import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Empty } from '../../../components/Empty'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { usePages } from '../../../hooks/use-pages'
import { useSession } from '../../../hooks/use-session'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { MessageRow } from './message-row'
import { useOpenTarget, useReminded } from './use-open-target'

/** A list is worth an end mark from here. */
const LONG = 10

/** Everything this person was told, newest first, of all their communities. */
export default function Inbox() {
  const list = usePages('inbox.list', {})
  const { communityId } = useSession()
  const open = useOpenTarget()
  useReminded(open)
  useReachBottom(list.loadMore)
  const unreadBefore = useSeen(list.items)
  const { items } = list
  return (
    <Page
      title={t('member.inboxTitle')}
      loading={!items && !list.error}
      skeleton={<Skeleton shape="row" count={6} />}
      error={list.error}
      hasContent={Boolean(items)}
      onRetry={() => void list.refresh()}
      empty={
        items?.length === 0 && (
          <Empty
            picture="empty-inbox"
            title={t('member.inboxEmpty')}
            text={t('member.inboxEmptyText')}
            {...(communityId
              ? { action: { text: t('member.toBoard'), onClick: () => void navigate('help') } }
              : { action: { text: t('common.toHome'), onClick: () => void navigate('home') } })}
          />
        )
      }
    >
      {items && (
        <>
          <View className="inbox">
            {items.map((message) => (
              <MessageRow
                key={message.messageId}
                message={message}
                isUnread={!message.read || unreadBefore.has(message.messageId)}
                onOpen={() => void open(message)}
              />
            ))}
          </View>
          <MoreFoot
            hasMore={list.hasMore}
            isLoadingMore={list.isLoadingMore}
            onMore={list.loadMore}
            isLong={items.length > LONG}
          />
        </>
      )}
    </Page>
  )
}

/**
 * Marks what is on the screen as read, newest message at once. What was unread when this page was
 * opened stays marked on it, so that the reader can tell what is new.
 */
function useSeen(items: { messageId: string; read: boolean }[] | undefined): ReadonlySet<string> {
  const marking = useWrite('inbox.markRead', ['inbox.countUnread', 'member.getHome'])
  const unread = useRef(new Set<string>())
  const marked = useRef<string | null>(null)
  for (const item of items ?? []) {
    if (!item.read) unread.current.add(item.messageId)
  }
  const newest = items?.[0]?.messageId
  const isAnyUnread = Boolean(items?.some(({ read }) => !read))
  useEffect(() => {
    if (!newest || !isAnyUnread || marked.current === newest) return
    marked.current = newest
    void marking.run({ upTo: newest }).then(({ ok }) => {
      // Not worth a word: the next showing of the page tries again.
      if (!ok) marked.current = null
    })
  })
  return unread.current
}
