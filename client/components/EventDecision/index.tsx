import { useState } from 'react'
import { useUndo } from '../../hooks/use-undo'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { Button } from '../Button'
import { Problem } from '../Problem'
import { ReasonSheet } from '../ReasonSheet'

const CHANGES = ['workbench.list', 'event.', 'member.getHome']

interface Props {
  communityId: string
  eventId: string
  /** The screen's main action, where no other is. */
  isMain?: boolean
  onSettled?: () => void
  onUndone?: () => void
}

/** Publishes an event in one tap, or refuses it with a ready reason; ten seconds to take it back. */
export function EventDecision({ communityId, eventId, isMain, onSettled, onUndone }: Props) {
  const [isRefusing, setRefusing] = useState(false)
  const deciding = useWrite('event.decide', CHANGES)
  const sayWithUndo = useUndo('event.undoDecision', CHANGES)
  const about = { communityId, eventId }

  async function decide(decision: { verdict: 'publish' } | { verdict: 'refuse'; reason: string }) {
    const { ok } = await deciding.run({ ...about, ...decision })
    if (!ok) return
    setRefusing(false)
    onSettled?.()
    const said = decision.verdict === 'publish' ? 'event.published' : 'event.refusedDone'
    sayWithUndo(t(said), about, onUndone)
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
        kind={isMain ? 'main' : 'secondary'}
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
