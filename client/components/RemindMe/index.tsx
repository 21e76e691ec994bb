import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReminderTopic } from '../../../types/reminder'
import { useReminders } from '../../hooks/use-reminders'
import { t } from '../../i18n'
import { storage } from '../../platform/storage'
import { Button } from '../Button'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  topics: readonly ReminderTopic[]
  /** What the person will be told, and when: 有人愿意帮忙时，微信会提醒你. */
  children: string
}

/** Whoever said "not now" is not asked about the same for a week. */
const REST_MS = 7 * 24 * 3_600_000
const restKey = (topics: readonly ReminderTopic[]) => `reminders-rest:${topics.join(',')}`

/**
 * Offers WeChat's reminder where it makes sense, in one line that can be left alone. Not shown to whom
 * a reminder is still due, or where there is none to be had.
 */
export function RemindMe({ topics, children }: Props) {
  const { topics: known, ask, busy } = useReminders()
  const [isOver, setOver] = useState(() => isResting(topics))
  const missing = known.filter(({ topic, left }) => topics.includes(topic) && left === 0)
  if (isOver || missing.length === 0) return null
  const rest = () => {
    storage.set(restKey(topics), String(Date.now() + REST_MS))
    setOver(true)
  }
  return (
    <View className="hz-remind">
      <Icon name="bell" className="hz-remind__icon" />
      <View className="hz-remind__body">
        <View className="hz-remind__words">{children}</View>
        <View className="hz-remind__acts">
          <Button
            kind="secondary"
            small
            busy={busy}
            onClick={() => void ask(missing.map(({ topic }) => topic)).then((ok) => !ok && rest())}
          >
            {t('remind.ask')}
          </Button>
          <Button kind="quiet" small onClick={rest}>
            {t('remind.notNow')}
          </Button>
        </View>
      </View>
    </View>
  )
}

const isResting = (topics: readonly ReminderTopic[]) =>
  Number(storage.get(restKey(topics)) ?? 0) > Date.now()
