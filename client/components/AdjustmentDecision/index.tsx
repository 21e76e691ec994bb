import { useUndo } from '../../hooks/use-undo'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { Decision } from '../Decision'

const CHANGES = ['points.', 'workbench.list', 'member.getHome']

interface Props {
  communityId: string
  adjustmentId: string
  isMain?: boolean
  onSettled?: () => void
  onUndone?: () => void
}

/** The second person agrees to an adjustment or not; ten seconds to take it back. */
export function AdjustmentDecision(props: Props) {
  const { communityId, adjustmentId, isMain = false, onSettled, onUndone } = props
  const deciding = useWrite('points.decideAdjustment', CHANGES)
  const sayWithUndo = useUndo('points.undoDecision', CHANGES)
  const about = { communityId, adjustmentId }

  async function decide(reason: string | null) {
    const verdict =
      reason === null ? { verdict: 'approve' as const } : { verdict: 'decline' as const, reason }
    const { ok } = await deciding.run({ ...about, ...verdict })
    if (!ok) return false
    onSettled?.()
    sayWithUndo(t(reason === null ? 'points.approved' : 'points.declined'), about, onUndone)
    return true
  }

  return (
    <Decision
      communityId={communityId}
      state={deciding}
      yes={t('points.approve')}
      no={t('points.decline')}
      why={{
        title: t('points.declineTitle'),
        lead: t('points.declineLead'),
        reasons: [t('points.decline_1'), t('points.decline_2'), t('points.decline_3')],
        send: t('points.decline'),
      }}
      isMain={isMain}
      onDecide={decide}
    />
  )
}
