import { POLICY } from '../../../../types/moderation'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { t } from '../../../i18n'
import type { CallError } from '../../../services/call'
import type { Decision } from './use-queue'

interface Props {
  verdict: 'return' | 'refuse' | 'remove'
  decision: { busy: boolean; error: CallError | undefined; communityId: string }
  onDo: (made: Decision) => Promise<unknown>
  onClose: () => void
}

/** The reason for a decision: one ready sentence for each part of the policy, or one's own. */
export function VerdictSheet({ verdict, decision, onDo, onClose }: Props) {
  const reasons = POLICY.map((category) => t(`moderation.why_${category}`))
  return (
    <ReasonSheet
      title={t(`moderation.${verdict}Title`)}
      lead={t(`moderation.${verdict}Lead`)}
      reasons={reasons}
      doText={t('moderation.sendReason')}
      decision={decision}
      onDo={(reason) => {
        const policy = POLICY[reasons.indexOf(reason)] ?? 'otherHarm'
        return onDo({ verdict, policy, reason })
      }}
      onClose={onClose}
    />
  )
}
