import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { OrderState } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { FilterChips } from '../../../components/FilterChips'
import { JoinFirst } from '../../../components/JoinFirst'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { sentenceOf, t, useT } from '../../../i18n'
import { openTable } from '../../../platform/table'
import { CallError, read } from '../../../services/call'
import { navigate, useParams } from '../../../services/navigate'
import { OrderRow } from '../parts/order-row'

const FILTERS = ['reserved', 'fulfilled', 'completed', 'cancelled', 'refunded'] as const

/** The store's orders for its keepers: first what waits for them. */
export default function Orders() {
  useT()
  const communityId = useCommunityId()
  const { itemId } = useParams('store.orders')
  const timeZone = useTimeZone(communityId)
  const [state, setState] = useState<OrderState | null>('reserved')
  const filter = { ...(state === null ? {} : { state }), ...(itemId ? { itemId } : {}) }
  const pages = usePages('store.listOrders', communityId ? { communityId, ...filter } : null)
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  if (!communityId || error?.code === 'not_member') {
    return <Page title={t('store.keep')} empty={<JoinFirst communityId={communityId} />} />
  }
  const all = () => void navigate('store.items', { communityId, all: '1' })
  return (
    <Page
      title={t('store.keep')}
      lead={t('store.keepLead')}
      loading={!items && !error}
      skeleton={<Skeleton count={4} />}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void refresh()}
    >
      <View className="store-acts">
        <Button small kind="secondary" icon="shopping" onClick={all}>
          {t('store.items')}
        </Button>
        <Export communityId={communityId} filter={filter} />
      </View>
      <FilterChips
        label={t('store.keep')}
        value={state}
        options={[
          ...FILTERS.map((value) => ({ value, label: t(`store.state_${value}`) })),
          { value: null, label: t('store.filterAll') },
        ]}
        onChange={setState}
      />
      {items?.length === 0 && (
        <Empty
          picture="done"
          title={t('store.ordersEmpty')}
          text={t('store.ordersEmptyText')}
          action={{ text: t('store.items'), onClick: all }}
        />
      )}
      <LongList
        items={items ?? []}
        keyOf={({ orderId }) => orderId}
        render={(order) => (
          <OrderRow withBuyer communityId={communityId} order={order} timeZone={timeZone} />
        )}
      />
      {items && items.length > 0 && (
        <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > 8} />
      )}
    </Page>
  )
}

interface ExportProps {
  communityId: string
  filter: { state?: OrderState; itemId?: string }
}

/** The same orders as a table for a computer. */
function Export({ communityId, filter }: ExportProps) {
  const [busy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    try {
      const { url, count } = await read('store.exportOrders', { communityId, ...filter })
      const isOpen = await openTable(url)
      toast(isOpen ? t('store.exported', { count }) : t('store.exportFailed'), {
        kind: isOpen ? 'done' : 'problem',
      })
    } catch (thrown) {
      const error = thrown instanceof CallError ? thrown : new CallError('network')
      toast(sentenceOf(error), { kind: 'problem' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button small kind="quiet" icon="send" busy={busy} onClick={() => void download()}>
      {t('store.export')}
    </Button>
  )
}
