import { View } from '@tarojs/components'
import { useState } from 'react'
import { t } from '../../i18n'
import { Button } from '../Button'
import './index.scss'

interface Props {
  items: readonly string[]
  /** So many at first, the rest on a tap. */
  few?: number
}

/** The rules of a community, numbered as people quote them. */
export function RuleList({ items, few }: Props) {
  const [isOpen, setOpen] = useState(false)
  const isCut = few !== undefined && items.length > few + 1
  const shown = isCut && !isOpen ? items.slice(0, few) : items
  return (
    <View className="hz-rules">
      {shown.map((item, index) => (
        <View key={item} className="hz-rules__item">
          <View className="hz-rules__number">{index + 1}</View>
          <View className="hz-rules__words">{item}</View>
        </View>
      ))}
      {isCut && (
        <View className="hz-rules__more">
          <Button kind="quiet" onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('community.rulesFewer') : t('community.rulesAll', { count: items.length })}
          </Button>
        </View>
      )}
    </View>
  )
}
