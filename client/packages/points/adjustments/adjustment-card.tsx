import { View } from '@tarojs/components'
import type { AdjustmentState, AdjustmentView } from '../../../../types/points'
import { AdjustmentDecision } from '../../../components/AdjustmentDecision'
import { Card } from '../../../components/Card'
import { signed } from '../../../components/PointsLine'
import { Tag } from '../../../components/Tag'
import type { Tone } from '../../../components/tone'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'

const TONES: Record<AdjustmentState, Tone> = {
  pending: 'amber',
  approved: 'jade',
  posted: 'jade',
  declined: 'ink',
  failed: 'crimson',
}

interface Props {
  communityId: string
  adjustment: AdjustmentView
  timeZone: string
}

/** One adjustment: whose, how much, why, who wanted it and who agreed; for a second person the decision. */
export function AdjustmentCard({ communityId, adjustment, timeZone }: Props) {
  const { adjustmentId, member, amount, reason, state, mayDecide } = adjustment
  return (
    <Card
      className="adjustment"
      slip={
        mayDecide ? (
          <View className="adjustment__acts">
            <AdjustmentDecision communityId={communityId} adjustmentId={adjustmentId} />
          </View>
        ) : (
          state === 'pending' && <View className="adjustment__note">{t('points.ownWaits')}</View>
        )
      }
    >
      <View className="adjustment__head">
        <View className="adjustment__who">{member?.nickname ?? t('points.gone')}</View>
        <View className="adjustment__amount">{signed(amount)}</View>
      </View>
      <Tag tone={TONES[state]}>{t(`points.state_${state}`)}</Tag>
      <View className="adjustment__words">{reason}</View>
      {adjustment.declineReason && (
        <View className="adjustment__note">{adjustment.declineReason}</View>
      )}
      <View className="adjustment__note">{historyOf(adjustment, timeZone)}</View>
    </Card>
  )
}

function historyOf(adjustment: AdjustmentView, timeZone: string): string {
  const { proposedBy, decidedBy, reverses, createdAt } = adjustment
  const nameOf = (person: { nickname: string } | null) => person?.nickname ?? t('points.gone')
  return [
    reverses ? t('points.takesBack') : '',
    t('points.proposedBy', { name: nameOf(proposedBy) }),
    decidedBy ? t('points.decidedBy', { name: nameOf(decidedBy) }) : '',
    inFull(createdAt, timeZone),
  ]
    .filter(Boolean)
    .join(' · ')
}
