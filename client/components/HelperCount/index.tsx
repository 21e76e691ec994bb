import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import './index.scss'

interface Props {
  taken: number
  needed: number
}

/** How many helpers are found of those wanted: a seed for each, filled when taken, and the figures. */
export function HelperCount({ taken, needed }: Props) {
  return (
    <View className="hz-helpers">
      <View className="hz-helpers__seeds" {...spoken({ hidden: true })}>
        {Array.from({ length: needed }, (_, place) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
            key={place}
            className={place < taken ? 'hz-helpers__seed hz-helpers__seed--on' : 'hz-helpers__seed'}
          />
        ))}
      </View>
      {t('help.helpers', { taken, needed })}
    </View>
  )
}
