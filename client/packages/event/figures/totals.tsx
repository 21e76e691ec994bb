import { View } from '@tarojs/components'
import type { EventFigures } from '../../../../types/event-figures'
import { t } from '../../../i18n'
import { averageOf, countOf, rateOf } from './rates'

/** All events together: each figure with what it is made of. */
export function Totals({ total, held }: { total: EventFigures; held: number }) {
  const { seats, taken, expected, came, missed, excused, hours, byRating } = total
  const given = countOf(byRating)
  return (
    <View className="figures">
      <Figure label={t('event.figuresHeld')} value={t('event.figuresHeldUnit', { count: held })} />
      <Figure
        label={t('event.figuresFill')}
        value={rateOf(taken, seats)}
        note={t('event.figuresFillOf', { count: taken, of: seats })}
      />
      <Figure
        label={t('event.figuresCame')}
        value={rateOf(came, expected)}
        note={t('event.figuresCameOf', { count: came, of: expected })}
      />
      <Figure
        label={t('event.figuresMissed')}
        value={rateOf(missed, expected)}
        note={
          excused > 0
            ? t('event.figuresExcused', { count: missed, excused })
            : t('event.figuresMissedOf', { count: missed })
        }
      />
      <Figure
        label={t('event.figuresRating')}
        value={averageOf(byRating)}
        note={t('event.figuresRatingOf', { count: given })}
      />
      {hours > 0 && (
        <Figure
          label={t('event.figuresHours')}
          value={t('event.figuresHoursUnit', { count: hours })}
        />
      )}
    </View>
  )
}

interface FigureProps {
  label: string
  value: string | null
  note?: string
}

function Figure({ label, value, note }: FigureProps) {
  return (
    <View className="figures__one">
      <View className="figures__label">{label}</View>
      <View className={value === null ? 'figures__value figures__value--none' : 'figures__value'}>
        {value ?? t('event.figuresNone')}
      </View>
      {note && value !== null && <View className="figures__label">{note}</View>}
    </View>
  )
}
