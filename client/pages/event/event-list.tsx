import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { EventKind } from '../../../types/event-form'
import { Empty } from '../../components/Empty'
import { ErrorRetry } from '../../components/ErrorRetry'
import { EventCard } from '../../components/EventCard'
import { FloatingAction } from '../../components/FixedAction'
import { JoinFirst } from '../../components/JoinFirst'
import { LongList } from '../../components/LongList'
import { MoreFoot } from '../../components/MoreFoot'
import { Skeleton } from '../../components/Skeleton'
import { usePages } from '../../hooks/use-pages'
import { useTimeZone } from '../../hooks/use-time-zone'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import type { EventView } from './views'

interface Props {
  communityId: string
  view: EventView
  kind: EventKind | null
  onView: (view: EventView) => void
  onAllKinds: () => void
}

/** One view of the community's events, page by page as one scrolls. */
export function EventList({ communityId, view, kind, onView, onAllKinds }: Props) {
  const timeZone = useTimeZone(communityId)
  const pages = usePages('event.list', { communityId, view, ...(kind === null ? {} : { kind }) })
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))

  if (error?.code === 'not_member') return <JoinFirst communityId={communityId} />
  if (!items) {
    if (error) return <ErrorRetry error={error} onRetry={() => void refresh()} />
    return <Skeleton count={3} />
  }
  return (
    <>
      {error && <ErrorRetry inline error={error} onRetry={() => void refresh()} />}
      {items.length === 0 && (
        <EmptyEvents view={view} isNarrowed={kind !== null} {...{ onView, onAllKinds }} />
      )}
      <LongList
        items={items}
        keyOf={({ eventId }) => eventId}
        render={(event) => (
          <EventCard
            event={event}
            timeZone={timeZone}
            onOpen={(eventId) => void navigate('event.detail', { communityId, eventId })}
          />
        )}
      />
      <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > 8} />
      <FloatingAction
        text={t('event.create')}
        onClick={() => void navigate('event.edit', { communityId })}
      />
    </>
  )
}

interface EmptyProps {
  view: EventView
  isNarrowed: boolean
  onView: (view: EventView) => void
  onAllKinds: () => void
}

function EmptyEvents({ view, isNarrowed, onView, onAllKinds }: EmptyProps) {
  if (isNarrowed) {
    return (
      <Empty
        picture="empty-board"
        title={t('event.emptyKind')}
        text={t('event.emptyKindText')}
        action={{ text: t('event.seeAll'), onClick: onAllKinds }}
      />
    )
  }
  const seeUpcoming = { text: t('event.seeUpcoming'), onClick: () => onView('upcoming') }
  switch (view) {
    case 'upcoming':
      return (
        <Empty
          picture="empty-events"
          title={t('event.emptyUpcoming')}
          text={t('event.emptyUpcomingText')}
        />
      )
    case 'mine':
      return (
        <Empty
          picture="empty-events"
          title={t('event.emptyMine')}
          text={t('event.emptyMineText')}
          action={seeUpcoming}
        />
      )
    case 'past':
      return (
        <Empty
          picture="empty-events"
          title={t('event.emptyPast')}
          text={t('event.emptyPastText')}
          action={seeUpcoming}
        />
      )
    case 'pending':
      return (
        <Empty
          picture="done"
          title={t('event.emptyPending')}
          text={t('event.emptyPendingText')}
          action={seeUpcoming}
        />
      )
  }
}
