import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { useUndo } from '../../../hooks/use-undo'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import type { DecisionProps } from './decision'

const CHANGES = ['workbench.list', 'entry.listApplications', 'member.getHome']

/** Admits in one tap, or declines with a ready reason; either can be taken back for ten seconds. */
export function ApplicationDecision({
  communityId,
  item,
  isNext,
  onSettled,
  onUndone,
}: DecisionProps) {
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('entry.decide', CHANGES)
  const sayWithUndo = useUndo('entry.undoDecision', CHANGES)
  const about = {
    communityId,
    applicationId: item.itemId,
    revision: Number(item.params.revision),
  }

  async function decide(decision: { verdict: 'approve' } | { verdict: 'decline'; reason: string }) {
    const { ok } = await deciding.run({ ...about, ...decision })
    if (!ok) return
    setDeclining(false)
    onSettled()
    const said = decision.verdict === 'approve' ? 'entry.approvedToast' : 'entry.declinedToast'
    sayWithUndo(t(said, { name: item.title }), about, onUndone)
  }

  return (
    <>
      {!isDeclining && (
        <Problem
          error={deciding.error}
          communityId={communityId}
          busy={deciding.busy}
          onRetry={() => void decide({ verdict: 'approve' })}
        />
      )}
      <Button kind="quiet" disabled={deciding.busy} onClick={() => setDeclining(true)}>
        {t('entry.decline')}
      </Button>
      <Button
        kind={isNext ? 'main' : 'secondary'}
        busy={deciding.busy}
        onClick={() => void decide({ verdict: 'approve' })}
      >
        {t('entry.approve')}
      </Button>
      {isDeclining && (
        <ReasonSheet
          title={t('entry.declineTitle', { name: item.title })}
          lead={t('entry.declineText')}
          reasons={[t('entry.reason1'), t('entry.reason2'), t('entry.reason3'), t('entry.reason4')]}
          doText={t('entry.declineSend')}
          decision={{ busy: deciding.busy, error: deciding.error, communityId }}
          onDo={(reason) => decide({ verdict: 'decline', reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
