import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Registration } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { toast } from '../../../components/Toast'
import { refresh } from '../../../hooks/live'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'
import { approveEach, type NotApproved, type Outcome } from './approve-each'

interface Props {
  ids: EventIds
  /** Those in sight who wait for the organiser, in the order in which they asked. */
  waiting: readonly Registration[]
}

/** Approves everybody in sight; says how far it is, and who is left with the reason and a way to go on. */
export function ApproveAll({ ids, waiting }: Props) {
  const deciding = useWrite('event.decideRegistration')
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  async function approve(parts: readonly NotApproved['part'][]) {
    const total = parts.length
    setOutcome(null)
    const done = await approveEach(parts, {
      approve: ({ registrationId }) => deciding.run({ ...ids, registrationId, verdict: 'approve' }),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onProgress: (count) => setProgress({ done: count, total }),
    })
    setProgress(null)
    // The list is asked anew once, not after each of them.
    refresh(CHANGED_BY_EVENTS, ids.communityId)
    if (done.failed.length > 0) setOutcome(done)
    else toast(doneText(done), { kind: 'done' })
  }

  const isWorth = progress !== null || waiting.length > (outcome ? 0 : 1)
  return (
    <>
      {outcome && <NotAll outcome={outcome} />}
      {isWorth && (
        <View className="event-manage__all">
          <Button
            full
            kind="secondary"
            busy={progress !== null}
            onClick={() => void approve(waiting)}
          >
            {progress
              ? t('event.approving', progress)
              : t(outcome ? 'event.approveRest' : 'event.approveAll', { count: waiting.length })}
          </Button>
        </View>
      )}
    </>
  )
}

/** How many went through, and each of the others with the reason. */
function NotAll({ outcome }: { outcome: Outcome }) {
  return (
    <Card tone="amber">
      <View className="approve__head">{doneText(outcome)}</View>
      {reasonsIn(outcome).map(({ reason, names }) => (
        <View key={reason} className="approve__one">
          <View className="approve__names">{names.join('、')}</View>
          {reason}
        </View>
      ))}
    </Card>
  )
}

function doneText({ seated, inLine }: Outcome): string {
  if (inLine === 0) return t('event.approvedSome', { count: seated })
  return t('event.approvedInLine', { count: seated, waiting: inLine })
}

/** One line a reason, with everybody it holds for. */
function reasonsIn({ failed }: Outcome): { reason: string; names: string[] }[] {
  const byReason = new Map<string, string[]>()
  for (const { part, error } of failed) {
    const reason = sentenceOf(error)
    byReason.set(reason, [...(byReason.get(reason) ?? []), part.member.nickname])
  }
  return [...byReason].map(([reason, names]) => ({ reason, names }))
}
