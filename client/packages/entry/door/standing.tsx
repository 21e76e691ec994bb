import { View } from '@tarojs/components'
import type { CallOutput } from '../../../../types/contract'
import { Card } from '../../../components/Card'
import { Illustration } from '../../../components/Illustration'
import { Quote } from '../../../components/Quote'
import { RemindMe } from '../../../components/RemindMe'
import { t } from '../../../i18n'

type DoorView = CallOutput<'entry.getDoor'>

/** How the person stands at this door: waiting, declined with the reason, or inside already. */
export function Standing({ door }: { door: DoorView }) {
  const reason = door.application?.reason
  switch (door.standing) {
    case 'stranger':
      return null
    case 'pending':
      return (
        <Card className="door__standing">
          <Illustration name="waiting" />
          <View className="door__state">{t('entry.pendingTitle')}</View>
          <View className="door__text">{t('entry.pendingText')}</View>
          <View className="door__remind">
            <RemindMe topics={['result']}>{t('remind.why_result')}</RemindMe>
          </View>
        </Card>
      )
    case 'declined':
      return (
        <Card tone="amber" className="door__standing door__standing--left">
          <View className="door__state">{t('entry.declinedTitle')}</View>
          {reason && (
            <View className="door__reason">
              <Quote words={reason} tone="amber" />
            </View>
          )}
          <View className="door__text">{t('entry.declinedText')}</View>
        </Card>
      )
    case 'member':
      return (
        <Card tone="jade" className="door__standing">
          <Illustration name="done" />
          <View className="door__state">{t('entry.memberTitle')}</View>
          <View className="door__text">{t('entry.memberText')}</View>
        </Card>
      )
  }
}
