import { View } from '@tarojs/components'
import { ESCALATION, URGENCY_BOUNDS, type Urgency } from '../../../../types/help-rules'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import './call-table.scss'

/** The published times: who is called to a pressing request, and when. Nothing where nobody is. */
export function CallTable({ urgency }: { urgency: Urgency }) {
  const calls = ESCALATION[urgency]
  if (calls.length === 0) return null
  return (
    <View className="help-calls">
      <View className="help-calls__title">
        <Icon name="bell" size="small" className="help-calls__icon" />
        {t('help.callsTitle')}
      </View>
      {calls.map(({ afterMinutes, to }) => (
        <View key={afterMinutes} className="help-calls__row">
          <View className="help-calls__when">{whenOf(afterMinutes)}</View>
          <View className="help-calls__who">{t(`help.callsTo_${to}`)}</View>
        </View>
      ))}
      <View className="help-calls__rule">
        {t('help.silentRule', { hours: URGENCY_BOUNDS[urgency].silentHours })}
      </View>
    </View>
  )
}

function whenOf(minutes: number): string {
  if (minutes === 0) return t('help.callsAtOnce')
  return minutes < 120
    ? t('help.callsAfterMinutes', { count: minutes })
    : t('help.callsAfterHours', { count: minutes / 60 })
}
