import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { OrderRow } from '../parts/order-row'

/** What I have redeemed, newest first. */
export default function Mine() {
  const t = useT()
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const pages = usePages('store.listMine', communityId ? { communityId } : null)
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  if (!communityId || error?.code === 'not_member') {
    return <Page title={t('store.mineTitle')} empty={<JoinFirst communityId={communityId} />} />
  }
  return (
    <Page
      title={t('store.mineTitle')}
      loading={!items && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void refresh()}
      empty={
        items?.length === 0 && (
          <Empty
            picture="empty-store"
            title={t('store.mineEmpty')}
            text={t('store.mineEmptyText')}
            action={{
              text: t('store.toStore'),
              onClick: () => void navigate('store.items', { communityId }),
            }}
          />
        )
      }
    >
      <LongList
        items={items ?? []}
        keyOf={({ orderId }) => orderId}
        render={(order) => <OrderRow communityId={communityId} order={order} timeZone={timeZone} />}
      />
      <MoreFoot
        {...{ hasMore, isLoadingMore }}
        onMore={loadMore}
        isLong={(items?.length ?? 0) > 8}
      />
    </Page>
  )
}
