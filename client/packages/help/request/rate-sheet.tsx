import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  RATING_DAYS,
  RATING_POINTS,
  RATING_SCORES,
  type Rating,
} from '../../../../types/help-rules'
import type { OfferView } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { t } from '../../../i18n'
import type { SheetProps } from './sheet'
import { useDecision } from './use-decision'

/** How one side found a help. Kind by its words; the other reads it once they have said theirs. */
export function RateSheet({ ids, request, offer, onClose }: SheetProps & { offer: OfferView }) {
  const decision = useDecision('help.rateHelp', { ids, request, onClose })
  const [score, setScore] = useState<Rating['score']>('warm')
  const [points, setPoints] = useState<readonly string[]>([])
  const name = offer.own ? request.requester.nickname : offer.helper.nickname
  const send = () => {
    const chosen = RATING_POINTS.filter((point) => points.includes(point))
    void decision.decide({ ...ids, offerId: offer.offerId, score, points: chosen }, t('help.rated'))
  }
  return (
    <Sheet
      open
      title={t('help.rateTitle', { name })}
      onClose={onClose}
      footer={
        <Button full icon="star" busy={decision.busy} onClick={send}>
          {t('help.rateSend')}
        </Button>
      }
    >
      <View className="request-sheet__lead">{t('help.rateLead', { days: RATING_DAYS })}</View>
      <Problem {...decision} onRetry={send} />
      <ChoiceField
        label={t('help.rateScore')}
        value={score}
        options={RATING_SCORES.map((value) => ({ value, label: t(`help.rate_${value}`) }))}
        onChange={(value) => setScore(value as Rating['score'])}
      />
      <ChoiceField
        multiple
        label={t('help.ratePoints')}
        value={points}
        options={RATING_POINTS.map((value) => ({ value, label: t(`help.ratePoint_${value}`) }))}
        onChange={setPoints}
      />
    </Sheet>
  )
}
