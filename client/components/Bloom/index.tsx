import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import './index.scss'

interface Props {
  /** The last seven days, today last. */
  days: readonly { day: string; isDone: boolean }[]
  /** The length of the streak, in the middle. */
  count: number
  label: string
}

/** A flower of the last seven days: a petal for each, red where one came, the last one today's. */
export function Bloom({ days, count, label }: Props) {
  return (
    <View className="hz-bloom" {...spoken({ role: 'img', label })}>
      {days.map(({ day, isDone }, n) => (
        <View
          key={day}
          className="hz-bloom__arm"
          style={{ transform: `rotate(${((n + 1) * 360) / days.length}deg)` }}
        >
          <View
            className={cx(
              'hz-bloom__petal',
              isDone && 'hz-bloom__petal--done',
              n === days.length - 1 && 'hz-bloom__petal--today',
            )}
          />
        </View>
      ))}
      <View className="hz-bloom__heart">{count}</View>
    </View>
  )
}
