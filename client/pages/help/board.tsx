import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { ErrorRetry } from '../../components/ErrorRetry'
import { FloatingAction } from '../../components/FixedAction'
import { JoinFirst } from '../../components/JoinFirst'
import { LongList } from '../../components/LongList'
import { MoreFoot } from '../../components/MoreFoot'
import { RequestCard } from '../../components/RequestCard'
import { Skeleton } from '../../components/Skeleton'
import { usePages } from '../../hooks/use-pages'
import { useTimeZone } from '../../hooks/use-time-zone'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { EmptyBoard } from './empty-board'
import type { BoardView } from './views'

interface Props {
  communityId: string
  view: BoardView
  templateKey: string | null
  onView: (view: BoardView) => void
  onAllKinds: () => void
}

/** One view of the board, page by page as one scrolls. */
export function Board({ communityId, view, templateKey, onView, onAllKinds }: Props) {
  const timeZone = useTimeZone(communityId)
  const pages = usePages('help.listRequests', {
    communityId,
    view,
    ...(templateKey === null ? {} : { templateKey }),
  })
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  const ask = () => void navigate('help.post', { communityId })

  if (error?.code === 'not_member') return <JoinFirst communityId={communityId} />
  if (!items) {
    if (error) return <ErrorRetry error={error} onRetry={() => void refresh()} />
    return <Skeleton count={4} />
  }
  const isEmpty = items.length === 0
  return (
    <>
      {error && <ErrorRetry inline error={error} onRetry={() => void refresh()} />}
      {isEmpty && (
        <EmptyBoard view={view} isNarrowed={templateKey !== null} {...{ onView, onAllKinds }} />
      )}
      <LongList
        items={items}
        keyOf={({ requestId }) => requestId}
        render={(request) => (
          <RequestCard
            request={request}
            timeZone={timeZone}
            onOpen={(requestId) => void navigate('help.request', { communityId, requestId })}
          />
        )}
      />
      <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > 8} />
      <FloatingAction text={t('help.ask')} onClick={ask} />
    </>
  )
}
