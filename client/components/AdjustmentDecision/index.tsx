import { useState } from 'react'
import { useUndo } from '../../hooks/use-undo'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { Button } from '../Button'
import { Problem } from '../Problem'
import { ReasonSheet } from '../ReasonSheet'

const CHANGES = ['points.', 'workbench.list', 'member.getHome']

interface Props {
  communityId: string
  adjustmentId: string
  /** The screen's main action, where no other is. */
  isMain?: boolean
  onSettled?: () => void
  onUndone?: () => void
}

/** The second person agrees in one tap, or declines with a ready reason; ten seconds to take it back. */
export function AdjustmentDecision({
  communityId,
  adjustmentId,
  isMain,
  onSettled,
  onUndone,
}: Props) {
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('points.decideAdjustment', CHANGES)
  const sayWithUndo = useUndo('points.undoDecision', CHANGES)
  const about = { communityId, adjustmentId }

  async function decide(decision: { verdict: 'approve' } | { verdict: 'decline'; reason: string }) {
    const { ok } = await deciding.run({ ...about, ...decision })
    if (!ok) return
    setDeclining(false)
    onSettled?.()
    const said = decision.verdict === 'approve' ? 'points.approved' : 'points.declined'
    sayWithUndo(t(said), about, onUndone)
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
        {t('points.decline')}
      </Button>
      <Button
        kind={isMain ? 'main' : 'secondary'}
        busy={deciding.busy}
        onClick={() => void decide({ verdict: 'approve' })}
      >
        {t('points.approve')}
      </Button>
      {isDeclining && (
        <ReasonSheet
          title={t('points.declineTitle')}
          lead={t('points.declineLead')}
          reasons={[t('points.decline_1'), t('points.decline_2'), t('points.decline_3')]}
          doText={t('points.decline')}
          decision={{ busy: deciding.busy, error: deciding.error, communityId }}
          onDo={(reason) => decide({ verdict: 'decline', reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
