import { useUndo } from '../../hooks/use-undo'
import { useWrite } from '../../hooks/use-write'
import { t } from '../../i18n'
import { Decision } from '../Decision'

const CHANGES = ['workbench.list', 'event.', 'member.getHome']

interface Props {
  communityId: string
  eventId: string
  isMain?: boolean
  onSettled?: () => void
  onUndone?: () => void
}

/** Publishes an event or refuses it; ten seconds to take it back. */
export function EventDecision(props: Props) {
  const { communityId, eventId, isMain = false, onSettled, onUndone } = props
  const deciding = useWrite('event.decide', CHANGES)
  const sayWithUndo = useUndo('event.undoDecision', CHANGES)
  const about = { communityId, eventId }

  async function decide(reason: string | null) {
    const verdict =
      reason === null ? { verdict: 'publish' as const } : { verdict: 'refuse' as const, reason }
    const { ok } = await deciding.run({ ...about, ...verdict })
    if (!ok) return false
    onSettled?.()
    sayWithUndo(t(reason === null ? 'event.published' : 'event.refusedDone'), about, onUndone)
    return true
  }

  return (
    <Decision
      communityId={communityId}
      state={deciding}
      yes={t('event.publish')}
      no={t('event.refuse')}
      why={{
        title: t('event.refuseTitle'),
        lead: t('event.refuseLead'),
        reasons: [t('event.whyRefuse1'), t('event.whyRefuse2'), t('event.whyRefuse3')],
        send: t('event.refuse'),
      }}
      isMain={isMain}
      onDecide={decide}
    />
  )
}
