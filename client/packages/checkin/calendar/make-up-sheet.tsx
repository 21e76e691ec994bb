import { View } from '@tarojs/components'
import type { CheckInCalendar } from '../../../../types/checkin'
import { Button } from '../../../components/Button'
import { CHANGED_BY_CHECK_IN } from '../../../components/CheckInCard'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { dayInWords } from '../../../i18n/day'

interface Props {
  communityId: string
  day: string
  calendar: CheckInCalendar
  onClose: () => void
}

/** What making up for a day costs and leaves, before it is done. */
export function MakeUpSheet({ communityId, day, calendar, onClose }: Props) {
  const { run, busy, error } = useWrite('checkin.makeUp', CHANGED_BY_CHECK_IN)
  const { price, available, leftThisMonth, cards } = calendar.makeUp
  const left = available - price

  async function send(card?: string) {
    const result = await run({ communityId, day, ...(card === undefined ? {} : { card }) })
    if (!result.ok) return
    toast(t('checkin.madeUp', { days: result.data.streak.length }), { kind: 'done' })
    onClose()
  }

  return (
    <Sheet
      open
      title={t('checkin.makeUpTitle', { day: dayInWords(day) })}
      onClose={onClose}
      footer={
        <Button
          full
          busy={busy}
          disabled={left < 0 || leftThisMonth === 0}
          onClick={() => void send()}
        >
          {price > 0 ? t('checkin.makeUpDo', { price }) : t('checkin.makeUp')}
        </Button>
      }
    >
      <View className="calendar-sheet">
        {t(price > 0 ? 'checkin.makeUpText' : 'checkin.makeUpFree', { price })}
      </View>
      <View className="calendar-sheet">
        {left < 0
          ? t('checkin.makeUpPoor', { available, missing: -left })
          : t('checkin.makeUpAfter', { available, left })}
      </View>
      {cards[0] !== undefined && (
        <View className="calendar-sheet">
          <Button
            full
            kind="secondary"
            icon="star"
            busy={busy}
            disabled={leftThisMonth === 0}
            onClick={() => void send(cards[0])}
          >
            {t('checkin.makeUpCard', { count: cards.length })}
          </Button>
        </View>
      )}
      <Problem error={error} communityId={communityId} busy={busy} onRetry={() => void send()} />
    </Sheet>
  )
}
