import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import './index.scss'

interface Props {
  count: number
  /** What is counted, for a screen reader: `3 条未读消息`. */
  label: string
}

const SHOWN_MAX = 99

/** How many wait; nothing when none do. */
export function Badge({ count, label }: Props) {
  if (count <= 0) return null
  return (
    <View className="hz-badge" {...spoken({ role: 'img', label })}>
      {count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}
    </View>
  )
}
