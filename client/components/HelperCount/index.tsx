import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './index.scss'

interface Props {
  taken: number
  needed: number
}

/** More seeds than this are counted by nobody; the figures say it. */
const SEEDS_MAX = 5

/** How many helpers are found of those wanted: a seed for each, filled when taken, and the figures. */
export function HelperCount({ taken, needed }: Props) {
  return (
    <View className="hz-helpers">
      {needed <= SEEDS_MAX && (
        <View className="hz-helpers__seeds" {...spoken({ hidden: true })}>
          {Array.from({ length: needed }, (_, place) => (
            <View
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              key={place}
              className={cx('hz-helpers__seed', place < taken && 'hz-helpers__seed--on')}
            />
          ))}
        </View>
      )}
      {t('help.helpers', { taken, needed })}
    </View>
  )
}
