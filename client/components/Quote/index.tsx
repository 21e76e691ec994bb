import { View } from '@tarojs/components'
import { cx } from '../cx'
import './index.scss'

interface Props {
  words: string
  /** Who said it to whom. */
  by?: string
  tone?: 'jade' | 'amber'
}

/** What somebody said, in their own words. */
export function Quote({ words, by, tone = 'jade' }: Props) {
  return (
    <View className={cx('hz-quote', `hz-quote--${tone}`)}>
      <View className="hz-quote__words">{words}</View>
      {by && <View className="hz-quote__by">{by}</View>}
    </View>
  )
}
