import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import type { DecisionProps } from './decision'

const CHANGES = ['workbench.list', 'event.', 'member.getHome']

/** Publishes an event in one tap, or refuses it with a ready reason. */
export function EventDecision({ communityId, item, isNext, onSettled }: DecisionProps) {
  const [isRefusing, setRefusing] = useState(false)
  const deciding = useWrite('event.decide', CHANGES)
  const about = { communityId, eventId: item.itemId }

  async function decide(decision: { verdict: 'publish' } | { verdict: 'refuse'; reason: string }) {
    const { ok } = await deciding.run({ ...about, ...decision })
    if (!ok) return
    setRefusing(false)
    onSettled()
    const said = decision.verdict === 'publish' ? 'event.published' : 'event.refusedDone'
    toast(t(said), { kind: 'done' })
  }

  return (
    <>
      {!isRefusing && (
        <Problem
          error={deciding.error}
          communityId={communityId}
          busy={deciding.busy}
          onRetry={() => void decide({ verdict: 'publish' })}
        />
      )}
      <Button kind="quiet" disabled={deciding.busy} onClick={() => setRefusing(true)}>
        {t('event.refuse')}
      </Button>
      <Button
        kind={isNext ? 'main' : 'secondary'}
        busy={deciding.busy}
        onClick={() => void decide({ verdict: 'publish' })}
      >
        {t('event.publish')}
      </Button>
      {isRefusing && (
        <ReasonSheet
          title={t('event.refuseTitle')}
          lead={t('event.refuseLead')}
          reasons={[t('event.whyRefuse1'), t('event.whyRefuse2'), t('event.whyRefuse3')]}
          doText={t('event.refuse')}
          decision={{ busy: deciding.busy, error: deciding.error, communityId }}
          onDo={(reason) => decide({ verdict: 'refuse', reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  )
}
