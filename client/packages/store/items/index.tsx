import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useEntrance } from '../../../hooks/use-entrance'
import { usePages } from '../../../hooks/use-pages'
import { useT } from '../../../i18n'
import { navigate, useParams } from '../../../services/navigate'
import { ItemRow } from './item-row'

/** What points may be redeemed for; for keepers also what is not shown. */
export default function Items() {
  const t = useT()
  const communityId = useCommunityId()
  const isAll = Boolean(useParams('store.items').all)
  const input = communityId ? { communityId, ...(isAll ? { all: true } : {}) } : null
  const pages = usePages('store.listItems', input)
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  const { data: entrance } = useEntrance()
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))

  const title = t(isAll ? 'store.all' : 'store.title')
  if (!communityId || error?.code === 'not_member') {
    return <Page title={title} empty={<JoinFirst communityId={communityId} />} />
  }
  const here = entrance?.communities.find(({ id }) => id === communityId)
  const mayKeep = Boolean(here?.duties.includes('keepStore'))
  const add = () => void navigate('store.edit', { communityId })
  return (
    <Page
      title={title}
      lead={t('store.lead')}
      loading={!items && !error}
      skeleton={<Skeleton count={4} />}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void refresh()}
    >
      <View className="store-acts">
        <Button
          small
          kind="secondary"
          icon="package"
          onClick={() => void navigate('store.mine', { communityId })}
        >
          {t('store.mine')}
        </Button>
        {mayKeep && (
          <Button small kind="quiet" icon="add" onClick={add}>
            {t('store.addItem')}
          </Button>
        )}
      </View>
      {items?.length === 0 && (
        <Empty
          picture="empty-store"
          title={t('store.empty')}
          text={t(mayKeep ? 'store.emptyKeeper' : 'store.emptyText')}
          action={
            mayKeep
              ? { text: t('store.addItem'), onClick: add }
              : {
                  text: t('checkin.openCalendar'),
                  onClick: () => void navigate('checkin.calendar', { communityId }),
                }
          }
        />
      )}
      {items?.map((item) => (
        <ItemRow key={item.itemId} communityId={communityId} item={item} />
      ))}
      {items && items.length > 0 && (
        <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > 8} />
      )}
    </Page>
  )
}
