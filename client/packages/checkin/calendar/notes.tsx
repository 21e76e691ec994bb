import { View } from '@tarojs/components'
import {
  type CheckInCalendar,
  MAKE_UP_DAYS_BACK,
  MAKE_UPS_A_MONTH,
} from '../../../../types/checkin'
import { lostWords } from '../../../components/CheckInCard'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'

/** How an earlier streak was lost, and by which rule a missed day is made up for. */
export function Notes({ calendar }: { calendar: CheckInCalendar }) {
  const { streak, makeUp } = calendar
  const hasMissed = makeUp.days.length > 0
  return (
    <View className="calendar-notes">
      {streak.lost && streak.length > 0 && (
        <View className="calendar-notes__line">
          <Icon name="info" size="small" className="calendar-notes__icon" />
          <View className="calendar-notes__words">{lostWords(streak.lost)}</View>
        </View>
      )}
      <View className="calendar-notes__line">
        <Icon name="undo" size="small" className="calendar-notes__icon" />
        <View className="calendar-notes__words">
          {hasMissed ? null : `${t('checkin.makeUpNone', { days: MAKE_UP_DAYS_BACK })} `}
          {t('checkin.makeUpRule', {
            max: MAKE_UPS_A_MONTH,
            left: makeUp.leftThisMonth,
            days: MAKE_UP_DAYS_BACK,
            price: makeUp.price,
          })}
        </View>
      </View>
    </View>
  )
}
