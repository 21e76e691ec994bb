import { View } from '@tarojs/components'
import type { Urgency } from '../../../types/help-rules'
import type { RequestCard } from '../../../types/help-views'
import { t } from '../../i18n'
import { Icon, type IconName } from '../Icon'
import { Tag } from '../Tag'
import type { Tone } from '../tone'
import { stateTag } from './state-tag'
import './top.scss'

interface Props {
  request: Pick<
    RequestCard,
    'icon' | 'templateName' | 'urgency' | 'state' | 'deadline' | 'visibility'
  >
  timeZone: string
}

const looks = {
  urgent: { tone: 'amber', icon: 'bell' },
  emergency: { tone: 'crimson', icon: 'alert' },
} as const satisfies Record<Exclude<Urgency, 'normal'>, { tone: Tone; icon: IconName }>

/** Of what kind a request is, how much it presses while somebody is looked for, and how it stands. */
export function RequestTop({ request, timeZone }: Props) {
  const { icon, templateName, urgency, state } = request
  const tag = stateTag(request, timeZone)
  const isLookedFor = state === 'open' || state === 'matched'
  return (
    <View className="hz-request-top">
      <View className="hz-request-top__kind">
        <Icon name={icon} size="small" className="hz-request-top__icon" />
        {templateName}
      </View>
      {isLookedFor && urgency !== 'normal' && (
        <View className="hz-request-top__tag">
          <Tag {...looks[urgency]}>{t(`help.urgency_${urgency}`)}</Tag>
        </View>
      )}
      {tag && (
        <View className="hz-request-top__state">
          <Tag tone={tag.tone} icon={tag.icon}>
            {tag.text}
          </Tag>
        </View>
      )}
    </View>
  )
}
