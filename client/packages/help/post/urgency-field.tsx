import { View } from '@tarojs/components'
import { URGENCIES, URGENCY_BOUNDS, type Urgency } from '../../../../types/help-rules'
import { ChoiceField } from '../../../components/ChoiceField'
import { lookUp, t } from '../../../i18n'
import { CallTable } from '../parts/call-table'

interface Props {
  value: Urgency
  onChange: (urgency: Urgency) => void
}

/** How much it presses, with what keeps that honest, and who will be called because of it. */
export function UrgencyField({ value, onChange }: Props) {
  return (
    <View>
      <ChoiceField
        look="rows"
        label={t('help.urgency')}
        why={t('help.urgencyWhy')}
        value={value}
        options={URGENCIES.map((urgency) => ({
          value: urgency,
          label: t(`help.urgency_${urgency}`),
          hint: hintOf(urgency),
        }))}
        onChange={(chosen) => onChange(chosen as Urgency)}
      />
      <CallTable urgency={value} />
    </View>
  )
}

function hintOf(urgency: Urgency): string {
  const { aheadHoursMax, openMax } = URGENCY_BOUNDS[urgency]
  return lookUp('help', `urgencyHint_${urgency}`, {
    hours: aheadHoursMax ?? 0,
    max: openMax,
  })
}
