import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { ErrorRetry } from '../../components/ErrorRetry'
import { FloatingAction } from '../../components/FixedAction'
import { JoinFirst } from '../../components/JoinFirst'
import { LongList } from '../../components/LongList'
import { MoreFoot } from '../../components/MoreFoot'
import { RequestCard } from '../../components/RequestCard'
import { Skeleton } from '../../components/Skeleton'
import { usePages } from '../../hooks/use-pages'
import { useRead } from '../../hooks/use-read'
import { useTimeZone } from '../../hooks/use-time-zone'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { EmptyBoard, NoSkills } from './empty-board'
import { type Filters, isNarrowed } from './filters'
import type { BoardView } from './views'

interface Props {
  communityId: string
  view: BoardView
  filters: Filters
  onView: (view: BoardView) => void
  onAll: () => void
}

/** One view of the board, page by page as one scrolls. */
export function Board({ communityId, view, filters, onView, onAll }: Props) {
  const timeZone = useTimeZone(communityId)
  const { templateKey, urgency, isFitting, search } = filters
  const me = useRead('member.getHome', isFitting ? { communityId } : null)
  const memberId = me.data?.me.memberId
  const profile = useRead('member.getProfile', memberId ? { communityId, memberId } : null)
  const skills = profile.data?.skills
  const pages = usePages(
    'help.listRequests',
    isFitting && !skills?.length
      ? null
      : {
          communityId,
          view,
          ...(templateKey === null ? {} : { templateKey }),
          ...(urgency === null ? {} : { urgency }),
          ...(search === '' ? {} : { search }),
          ...(isFitting && skills ? { fits: skills } : {}),
        },
  )
  const { items, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  const ask = () => void navigate('help.post', { communityId })

  if (isFitting && skills?.length === 0) return <NoSkills communityId={communityId} />
  const error = pages.error ?? (isFitting ? (me.error ?? profile.error) : undefined)
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
        <EmptyBoard view={view} isNarrowed={isNarrowed(filters)} {...{ onView, onAll }} />
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
