import { View } from '@tarojs/components'
import type { EarnedMedal } from '../../../types/recognition'
import { t } from '../../i18n'
import { Medal } from '../Medal'
import './index.scss'

/** The medals somebody has, small and side by side; nothing when there are none. */
export function MedalRow({ medals }: { medals: readonly EarnedMedal[] }) {
  if (medals.length === 0) return null
  return (
    <View className="hz-medals">
      {medals.map(({ medal }) => (
        <View key={medal} className="hz-medals__one">
          <Medal name={medal} size="small" label={t(`recognition.medal_${medal}`)} />
        </View>
      ))}
    </View>
  )
}
