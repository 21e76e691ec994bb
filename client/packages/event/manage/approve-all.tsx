import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Registration } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'

interface Props {
  ids: EventIds
  waiting: readonly Registration[]
}

/** Approves everybody in sight, one exactly-once call each; says how far it is, and stops at the first refusal. */
export function ApproveAll({ ids, waiting }: Props) {
  const deciding = useWrite('event.decideRegistration', CHANGED_BY_EVENTS)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)

  async function approveAll() {
    const total = waiting.length
    for (const [done, { registrationId }] of waiting.entries()) {
      setProgress({ done, total })
      const result = await deciding.run({ ...ids, registrationId, verdict: 'approve' })
      if (!result.ok) {
        setProgress(null)
        return toast(sentenceOf(result.error), { kind: 'problem' })
      }
    }
    setProgress(null)
    toast(t('event.approvedSome', { count: total }), { kind: 'done' })
  }

  return (
    <View className="event-manage__all">
      <Button full kind="secondary" busy={progress !== null} onClick={() => void approveAll()}>
        {progress
          ? t('event.approving', progress)
          : t('event.approveAll', { count: waiting.length })}
      </Button>
    </View>
  )
}
