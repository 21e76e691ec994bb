import { useState } from 'react'
import type { ChallengeDetail } from '../../../../types/challenge'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Problem } from '../../../components/Problem'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { CHANGED_BY_CHALLENGES } from '../parts/words'
import { EntrySheet } from './entry-sheet'

interface Props {
  ids: { communityId: string; challengeId: string }
  challenge: ChallengeDetail
}

/** The one next step, and the quiet way out beside it. */
export function Foot({ ids, challenge }: Props) {
  const [isWriting, setWriting] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const joining = useWrite('challenge.join', CHANGED_BY_CHALLENGES)
  const leaving = useWrite('challenge.leave', CHANGED_BY_CHALLENGES)
  const cancelling = useWrite('challenge.cancel', CHANGED_BY_CHALLENGES)
  const may = (step: ChallengeDetail['steps'][number]) => challenge.steps.includes(step)
  if (challenge.steps.length === 0) return null
  const join = async () => {
    const result = await joining.run(ids)
    if (result.ok) toast(t('recognition.joined'), { kind: 'done' })
  }
  const leave = async () => {
    const result = await leaving.run(ids)
    toast(result.ok ? t('recognition.left') : sentenceOf(result.error), {
      kind: result.ok ? 'done' : 'problem',
    })
  }
  const cancel = async (reason: string) => {
    const { ok } = await cancelling.run({ ...ids, reason })
    if (ok) setCancelling(false)
  }
  return (
    <>
      <Problem
        error={joining.error}
        communityId={ids.communityId}
        busy={joining.busy}
        onRetry={() => void join()}
      />
      <FixedAction>
        {may('cancel') && (
          <Button kind="quiet" onClick={() => setCancelling(true)}>
            {t('recognition.cancelChallenge')}
          </Button>
        )}
        {may('leave') && (
          <Button kind="quiet" busy={leaving.busy} onClick={() => void leave()}>
            {t('recognition.leaveChallenge')}
          </Button>
        )}
        {may('join') && (
          <Button full busy={joining.busy} onClick={() => void join()}>
            {t('recognition.join')}
          </Button>
        )}
        {may('write') && (
          <Button full icon="edit" onClick={() => setWriting(true)}>
            {t('recognition.write')}
          </Button>
        )}
        {may('getCertificate') && (
          <Button full icon="medal" onClick={() => void navigate('recognition.certificate', ids)}>
            {t('recognition.seeCertificate')}
          </Button>
        )}
      </FixedAction>
      {isWriting && (
        <EntrySheet ids={ids} challenge={challenge} onClose={() => setWriting(false)} />
      )}
      {isCancelling && (
        <ReasonSheet
          title={t('recognition.cancelTitle')}
          lead={t('recognition.cancelLead')}
          reasons={[t('recognition.cancelFew'), t('recognition.cancelTime')]}
          doText={t('recognition.cancelDo')}
          decision={{ ...cancelling, communityId: ids.communityId }}
          onDo={cancel}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  )
}
