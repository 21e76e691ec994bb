import { View } from '@tarojs/components'
import { useState } from 'react'
import { ADJUSTMENT_MAX } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceField } from '../../../components/ChoiceField'
import { NumberField } from '../../../components/NumberField'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { goBack } from '../../../services/navigate'

const REASON_MIN = 2
const REASON_MAX = 120

interface Props {
  communityId: string
  memberId: string
  aloneMax: number
}

/** Gives or takes points, with the reason the member will read. */
export function Adjusting({ communityId, memberId, aloneMax }: Props) {
  const draft = useDraft(`adjust:${memberId}`, { isTaken: false, typed: '', reason: '' })
  const [isChecked, setChecked] = useState(false)
  const adjusting = useWrite('points.adjust', ['points.'])
  const { isTaken, typed, reason } = draft.value
  const amount = Number(typed)
  const isAmount = amount >= 1 && amount <= ADJUSTMENT_MAX
  const isReason = reason.trim().length >= REASON_MIN
  const refused = adjusting.error ? fieldSentences(issuesOf(adjusting.error)).reason : undefined
  const send = async () => {
    setChecked(true)
    if (!isAmount || !isReason) return
    const result = await adjusting.run({
      communityId,
      memberId,
      amount: isTaken ? -amount : amount,
      reason: reason.trim(),
    })
    if (!result.ok) return
    draft.forget()
    const waits = result.data.state === 'pending'
    toast(t(waits ? 'points.adjustWaits' : 'points.adjustDone'), { kind: 'done' })
    await goBack()
  }
  return (
    <Card>
      <ChoiceField
        label={t('points.direction')}
        options={[
          { value: 'give', label: t('points.give') },
          { value: 'take', label: t('points.take') },
        ]}
        value={isTaken ? 'take' : 'give'}
        onChange={(value) => draft.change({ isTaken: value === 'take' })}
      />
      <NumberField
        label={t('points.howMany')}
        value={typed}
        unit={t('points.unit')}
        error={
          isChecked && !isAmount
            ? t('points.wrongNumber', { min: 1, max: ADJUSTMENT_MAX })
            : undefined
        }
        onChange={(value) => draft.change({ typed: value })}
      />
      <TextField
        long
        label={t('points.why')}
        why={t('points.whyWhy')}
        placeholder={t('points.whyExample')}
        maxLength={REASON_MAX}
        value={reason}
        error={isChecked && !isReason ? t('common.tooShort') : refused}
        onChange={(value) => draft.change({ reason: value })}
      />
      {amount > aloneMax && (
        <View className="member-points__note">{t('points.needsSecond', { max: aloneMax })}</View>
      )}
      <Problem
        error={adjusting.error}
        communityId={communityId}
        busy={adjusting.busy}
        onRetry={() => void send()}
      />
      <Button full busy={adjusting.busy} onClick={() => void send()}>
        {isAmount
          ? t(isTaken ? 'points.doTake' : 'points.doGive', { amount })
          : t('points.doAdjust')}
      </Button>
    </Card>
  )
}
