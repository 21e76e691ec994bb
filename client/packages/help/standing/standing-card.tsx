import { View } from '@tarojs/components'
import type { StandingView } from '../../../../types/help-views'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Icon, type IconName } from '../../../components/Icon'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { OwnActs } from './own-acts'

interface Props {
  offer: StandingView
  communityId: string
}

const icons = {
  skill: 'idea',
  tool: 'tool',
  thing: 'package',
  time: 'clock',
} as const satisfies Record<StandingView['kind'], IconName>

/** What somebody can always help with, and the one tap that asks them. */
export function StandingCard({ offer, communityId }: Props) {
  const { standingId, kind, title, details, state, visibility, by, own } = offer
  const ask = () => void navigate('help.post', { communityId, standingId })
  return (
    <Card
      slip={
        <View className="standing__slip">
          <Avatar id={by.avatar} size="small" />
          <View className="standing__by">{own ? t('help.me') : by.nickname}</View>
          {own ? (
            <OwnActs offer={offer} communityId={communityId} />
          ) : (
            <Button
              small
              kind="secondary"
              icon="hand"
              label={t('help.standingAskNamed', { name: by.nickname })}
              onClick={ask}
            >
              {t('help.standingAsk')}
            </Button>
          )}
        </View>
      }
    >
      <View className="standing__top">
        <View className="standing__kind">
          <Icon name={icons[kind]} size="small" className="standing__icon" />
          {t(`help.standing_${kind}`)}
        </View>
        {state === 'paused' && <Tag icon="stop">{t('help.standingPaused')}</Tag>}
        {visibility !== 'shown' && (
          <Tag tone="amber" icon="wait">
            {t(`help.visibility_${visibility}`)}
          </Tag>
        )}
      </View>
      <View className="standing__title">{title}</View>
      {details !== '' && <View className="standing__details">{details}</View>}
    </Card>
  )
}
