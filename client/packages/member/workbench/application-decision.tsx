import { Decision } from '../../../components/Decision'
import { useUndo } from '../../../hooks/use-undo'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import type { DecisionProps } from './decision'

const CHANGES = ['workbench.list', 'entry.listApplications', 'member.getHome']

/** Admits or declines; either can be taken back for ten seconds. */
export function ApplicationDecision(props: DecisionProps) {
  const { communityId, item, isNext, onSettled, onUndone } = props
  const deciding = useWrite('entry.decide', CHANGES)
  const sayWithUndo = useUndo('entry.undoDecision', CHANGES)
  const name = item.title
  const about = {
    communityId,
    applicationId: item.itemId,
    revision: Number(item.params.revision),
  }

  async function decide(reason: string | null) {
    const verdict =
      reason === null ? { verdict: 'approve' as const } : { verdict: 'decline' as const, reason }
    const { ok } = await deciding.run({ ...about, ...verdict })
    if (!ok) return false
    onSettled()
    const said = reason === null ? 'entry.approvedToast' : 'entry.declinedToast'
    sayWithUndo(t(said, { name }), about, onUndone)
    return true
  }

  return (
    <Decision
      communityId={communityId}
      state={deciding}
      yes={t('entry.approve')}
      no={t('entry.decline')}
      why={{
        title: t('entry.declineTitle', { name }),
        lead: t('entry.declineText'),
        reasons: [t('entry.reason1'), t('entry.reason2'), t('entry.reason3'), t('entry.reason4')],
        send: t('entry.declineSend'),
      }}
      isMain={isNext}
      onDecide={decide}
    />
  )
}
