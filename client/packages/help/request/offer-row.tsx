import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView } from '../../../../types/help-views'
import { Avatar } from '../../../components/Avatar'
import { Tag } from '../../../components/Tag'
import type { Tone } from '../../../components/tone'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'

interface Props {
  offer: OfferView
  timeZone: string
  /** What the looker can do about it. */
  children?: ReactNode
}

const tones: Record<OfferView['state'], Tone> = {
  offered: 'amber',
  accepted: 'jade',
  done: 'amber',
  thanked: 'jade',
  declined: 'ink',
  withdrawn: 'ink',
  released: 'ink',
  missed: 'ink',
}

/** One helper: who, what they said, how it stands, and why when it came to nothing. */
export function OfferRow({ offer, timeZone, children }: Props) {
  const { helper, own, message, state, reason, changedAt, missedLately } = offer
  return (
    <View className="request-offer">
      <Avatar id={helper.avatar} />
      <View className="request-offer__words">
        <View className="request-offer__top">
          <View className="request-offer__name">
            {own ? t('help.meNamed', { name: helper.nickname }) : helper.nickname}
          </View>
          <Tag tone={tones[state]}>{t(`help.offer_${state}`)}</Tag>
        </View>
        <View className="request-offer__message">{message}</View>
        <View className="request-offer__note">
          {missedLately !== null && missedLately > 0 && (
            <View className="request-offer__missed">
              {t('help.missedLately', { count: missedLately })}
            </View>
          )}
          {reason && `${t('help.reason', { reason })} · `}
          {ago(changedAt, timeZone)}
        </View>
        {children && <View className="request-offer__acts">{children}</View>}
      </View>
    </View>
  )
}
