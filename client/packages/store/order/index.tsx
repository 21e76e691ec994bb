import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrderState } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { RemindMe } from '../../../components/RemindMe'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { useParams } from '../../../services/navigate'
import { Gone, isGone } from '../parts/gone'
import { OrderTag } from '../parts/state-tag'
import { Course } from './course'
import { Facts } from './facts'
import './index.scss'
import { PickupCode } from './pickup-code'
import { Secret } from './secret'
import { type OrderSheet, Sheets, useReceive } from './sheets'

const UNDER_WAY: readonly OrderState[] = ['reserved', 'fulfilled']

/** One redemption: what it needs next, what it reveals, and how it ended. */
export default function Order() {
  useT()
  const communityId = useCommunityId()
  const { orderId } = useParams('store.order')
  const ids = communityId && orderId ? { communityId, orderId } : null
  const { data: order, error, refresh } = useRead('store.getOrder', ids)
  const timeZone = useTimeZone(communityId)
  const [sheet, setSheet] = useState<OrderSheet | null>(null)
  const { receive, busy } = useReceive(ids)
  if (!ids || isGone(error)) return <Gone what="order" communityId={communityId} error={error} />
  const may = (act: 'receive' | 'ship' | 'cancel' | 'refund') => Boolean(order?.acts.includes(act))
  const hasFoot = may('receive') || may('ship')
  return (
    <Page
      {...(order
        ? {
            title: order.itemName,
            lead: t('store.by', {
              name: order.buyer.nickname,
              when: ago(order.createdAt, timeZone),
            }),
          }
        : {})}
      aside={order && <OrderTag {...order} />}
      loading={!order && !error}
      skeleton={<Skeleton count={2} />}
      error={error}
      hasContent={Boolean(order)}
      onRetry={() => void refresh()}
      footer={
        hasFoot && (
          <FixedAction>
            {may('receive') ? (
              <Button full busy={busy} icon="done" onClick={receive}>
                {t('store.receive')}
              </Button>
            ) : (
              <Button full icon="send" onClick={() => setSheet('ship')}>
                {t('store.ship')}
              </Button>
            )}
          </FixedAction>
        )
      }
    >
      {order && (
        <>
          {order.pickup && (
            <PickupCode
              pickup={order.pickup}
              itemName={order.itemName}
              onOld={() => void refresh()}
            />
          )}
          {order.acts.includes('reveal') && (
            <Secret ids={ids} kind={order.kind} onSeen={() => void refresh()} />
          )}
          <Course order={order} timeZone={timeZone} />
          <Facts order={order} timeZone={timeZone} />
          {order.own && UNDER_WAY.includes(order.state) && (
            <RemindMe topics={['order']}>{t('remind.why_order')}</RemindMe>
          )}
          <View className="order-acts">
            {may('cancel') && (
              <Button kind="quiet" onClick={() => setSheet('cancel')}>
                {t('store.cancel')}
              </Button>
            )}
            {may('refund') && (
              <Button kind="quiet" onClick={() => setSheet('refund')}>
                {t('store.refund')}
              </Button>
            )}
          </View>
          <Sheets ids={ids} order={order} open={sheet} onClose={() => setSheet(null)} />
        </>
      )}
    </Page>
  )
}
