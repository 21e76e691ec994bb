import { View } from '@tarojs/components'
import { t } from '../../i18n'
import './index.scss'

interface Props {
  given: number
  received: number
  /** Volunteer hours; shown by whoever has some. */
  hours: number
}

/** Help given and help received: two tallies side by side, never summed; and hours volunteered. */
export function Tallies({ given, received, hours }: Props) {
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
      {hours > 0 && (
        <View className="hz-tallies__one">
          <View className="hz-tallies__number">{hours}</View>
          <View className="hz-tallies__label">{t('community.volunteerHours')}</View>
        </View>
      )}
    </View>
  )
}
