import { View } from '@tarojs/components'
import type { OrderCard } from '../../../../types/store'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { navigate } from '../../../services/navigate'
import { KIND_ICONS } from './kind-icon'
import './list.scss'
import { OrderTag } from './state-tag'

interface Props {
  communityId: string
  order: OrderCard
  timeZone: string
  /** For keepers: who redeemed. */
  withBuyer?: boolean
}

export function OrderRow({ communityId, order, timeZone, withBuyer }: Props) {
  const when = ago(order.createdAt, timeZone)
  return (
    <Card onClick={() => void navigate('store.order', { communityId, orderId: order.orderId })}>
      <View className="store-row">
        <View className="store-row__icon">
          <Icon name={KIND_ICONS[order.kind]} />
        </View>
        <View className="store-row__words">
          <View className="store-row__name">{order.itemName}</View>
          <View className="store-row__facts">
            <View className="store-row__price">{t('store.points', { price: order.price })}</View>
            <View className="store-row__fact">
              {withBuyer ? t('store.by', { name: order.buyer.nickname, when }) : when}
            </View>
          </View>
        </View>
        <OrderTag kind={order.kind} state={order.state} />
      </View>
    </Card>
  )
}
