import { View } from '@tarojs/components'
import type { Left } from '../../hooks/use-batch'
import { t } from '../../i18n'
import { Button } from '../Button'
import { Card } from '../Card'
import './index.scss'

interface Props {
  left: readonly Left[]
  onClose: () => void
}

/** What a decision about several things did not reach, each with why. */
export function BatchLeft({ left, onClose }: Props) {
  if (left.length === 0) return null
  return (
    <Card tone="amber" className="hz-left">
      <View className="hz-left__title">{t('common.batchLeft', { count: left.length })}</View>
      {left.map(({ name, why }) => (
        <View key={`${name} ${why}`} className="hz-left__one">
          <View className="hz-left__name">{name}</View>
          <View className="hz-left__why">{why}</View>
        </View>
      ))}
      <Button kind="quiet" small onClick={onClose}>
        {t('common.gotIt')}
      </Button>
    </Card>
  )
}
