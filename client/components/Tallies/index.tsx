import { View } from '@tarojs/components'
import { t } from '../../i18n'
import './index.scss'

/** Help given and help received: two tallies side by side, never summed. */
export function Tallies({ given, received }: { given: number; received: number }) {
  return (
    <View className="hz-tallies">
      <View className="hz-tallies__one hz-tallies__one--given">
        <View className="hz-tallies__number">{given}</View>
        <View className="hz-tallies__label">{t('community.helpGiven')}</View>
      </View>
      <View className="hz-tallies__one">
        <View className="hz-tallies__number">{received}</View>
        <View className="hz-tallies__label">{t('community.helpReceived')}</View>
      </View>
    </View>
  )
}
