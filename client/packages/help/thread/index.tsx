import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListRow } from '../../../components/ListRow'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { navigate, useParams } from '../../../services/navigate'
import { Composer } from './composer'
import './index.scss'
import { Message } from './message'
import { THREAD_END, useThread } from './use-thread'

/** Where the people of one match agree on when and how: theirs alone, fresh while it is open. */
export default function Thread() {
  useT()
  const communityId = useCommunityId()
  const { requestId } = useParams('help.thread')
  const ids = communityId && requestId ? { communityId, requestId } : null
  const timeZone = useTimeZone(communityId)
  const thread = useThread(ids)
  const { about, messages, error, refresh } = thread

  if (!ids) return <Page title={t('help.threadTitle')} empty={<NotYours />} />
  if (error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={ids.communityId} />} />
  }
  if (error?.code === 'forbidden' || error?.code === 'not_found') {
    return <Page title={t('help.threadTitle')} empty={<NotYours />} />
  }
  const others = about?.people.map(({ nickname }) => nickname).join(t('help.comma'))
  return (
    <Page
      title={t('help.threadTitle')}
      lead={others}
      loading={!about && !error}
      skeleton={<Skeleton shape="row" count={4} />}
      error={error}
      hasContent={Boolean(about)}
      onRetry={() => void refresh()}
      footer={about && <Composer ids={ids} mayWrite={about.mayWrite} onSent={thread.sent} />}
    >
      {about && (
        <>
          <ListRow
            icon="hand"
            title={about.title}
            {...(about.closesAt
              ? { note: t('help.threadCloses', { date: inFull(about.closesAt, timeZone, 'day') }) }
              : {})}
            onClick={() => void navigate('help.request', ids)}
          />
          {thread.hasMore && (
            <View className="thread-earlier">
              <Button small kind="quiet" busy={thread.isLoadingMore} onClick={thread.loadMore}>
                {t('help.threadEarlier')}
              </Button>
            </View>
          )}
          {messages.length === 0 && (
            <Empty
              picture="thanks"
              title={t('help.threadEmpty')}
              text={t('help.threadEmptyText')}
            />
          )}
          {messages.map((message) => (
            <Message key={message.messageId} ids={ids} message={message} timeZone={timeZone} />
          ))}
          <View id={THREAD_END} />
        </>
      )}
    </Page>
  )
}

/** A thread of others, or a link that was cut. */
function NotYours() {
  return (
    <Empty
      picture="empty-board"
      title={t('help.threadNotYours')}
      text={t('help.threadNotYoursText')}
      action={{ text: t('help.seeOpen'), onClick: () => void navigate('help') }}
    />
  )
}
