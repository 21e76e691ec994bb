import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AdjustmentState, AdjustmentView } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { signed } from '../../../components/PointsLine'
import { Problem } from '../../../components/Problem'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import type { Tone } from '../../../components/tone'
import { useWrite } from '../../../hooks/use-write'
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
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('points.decideAdjustment', ['points.'])
  const decide = async (verdict: 'approve' | 'decline', why?: string) => {
    const { ok } = await deciding.run({
      communityId,
      adjustmentId,
      verdict,
      ...(why === undefined ? {} : { reason: why }),
    })
    if (!ok) return
    setDeclining(false)
    toast(t(verdict === 'approve' ? 'points.approved' : 'points.declined'), { kind: 'done' })
  }
  return (
    <Card
      className="adjustment"
      slip={
        mayDecide ? (
          <View className="adjustment__acts">
            <Button small busy={deciding.busy} onClick={() => void decide('approve')}>
              {t('points.approve')}
            </Button>
            <Button small kind="quiet" onClick={() => setDeclining(true)}>
              {t('points.decline')}
            </Button>
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
      {!isDeclining && (
        <Problem
          error={deciding.error}
          communityId={communityId}
          busy={deciding.busy}
          onRetry={() => void decide('approve')}
        />
      )}
      {isDeclining && (
        <ReasonSheet
          title={t('points.declineTitle')}
          lead={t('points.declineLead')}
          reasons={[t('points.decline_1'), t('points.decline_2'), t('points.decline_3')]}
          doText={t('points.decline')}
          decision={{ busy: deciding.busy, error: deciding.error, communityId }}
          onDo={(why) => decide('decline', why)}
          onClose={() => setDeclining(false)}
        />
      )}
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
