import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './index.scss'

interface BarProps {
  /** In percent of the column. */
  width?: number
  tall?: boolean
}

export function SkeletonBar({ width = 100, tall }: BarProps) {
  return (
    <View
      className={cx('hz-skeleton', tall && 'hz-skeleton--tall')}
      style={{ width: `${width}%` }}
    />
  )
}

interface ListProps {
  /** The shape of what comes: cards of the board, rows with a picture, or a form's fields. */
  shape?: 'card' | 'row' | 'form'
  count?: number
}

/** Stands where the content will, in its shape, until it is there. */
export function Skeleton({ shape = 'card', count = 3 }: ListProps) {
  return (
    <View {...spoken({ role: 'status', label: t('common.loading') })}>
      {Array.from({ length: count }, (_, index) => `shape-${index}`).map((key) => (
        <View
          key={key}
          className={`hz-skeletons hz-skeletons--${shape}`}
          {...spoken({ hidden: true })}
        >
          {shape === 'row' && <View className="hz-skeleton hz-skeleton--disc" />}
          <View className="hz-skeletons__bars">
            {shape === 'card' && <SkeletonBar width={24} />}
            <SkeletonBar width={shape === 'form' ? 30 : 78} />
            {shape === 'form' ? <SkeletonBar tall /> : <SkeletonBar width={52} />}
          </View>
        </View>
      ))}
    </View>
  )
}
