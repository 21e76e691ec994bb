import { Image, View } from '@tarojs/components'
import type { ItemCard } from '../../../../types/store'
import { spoken } from '../../../components/a11y'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { KIND_ICONS } from '../parts/kind-icon'
import '../parts/list.scss'
import { StandingTag } from '../parts/state-tag'

/** One thing of the store: what it is, what it costs, how many are left. */
export function ItemRow({ communityId, item }: { communityId: string; item: ItemCard }) {
  const { itemId, kind, name, price, left, levelNeeded, picture } = item
  return (
    <Card onClick={() => void navigate('store.item', { communityId, itemId })}>
      <View className="store-row">
        <View className="store-row__icon">
          {picture ? (
            <Image
              className="store-row__picture"
              src={picture}
              mode="aspectFill"
              {...spoken({ hidden: true })}
            />
          ) : (
            <Icon name={KIND_ICONS[kind]} />
          )}
        </View>
        <View className="store-row__words">
          <View className="store-row__name">{name}</View>
          <View className="store-row__facts">
            <View className="store-row__price">{t('store.points', { price })}</View>
            <View className="store-row__fact">{t(`store.kind_${kind}`)}</View>
            <View>{left === null ? t('store.noEnd') : t('store.left', { left })}</View>
          </View>
          {levelNeeded && (
            <View className="store-row__level">
              {t('store.levelFrom', { level: levelNeeded.name })}
            </View>
          )}
        </View>
        <StandingTag {...item} />
      </View>
    </Card>
  )
}
