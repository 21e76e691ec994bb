import { View } from '@tarojs/components'
import type { CallOutput } from '../../../../types/contract'
import { Avatar } from '../../../components/Avatar'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'

interface Props {
  thanks: CallOutput<'help.listThanks'>['items'][number]
  timeZone: string
  onOpen: () => void
}

/** One note on the wall: the words first, who said them to whom, and below what it was about. */
export function ThanksNote({ thanks, timeZone, onOpen }: Props) {
  const { words, from, to, title, createdAt } = thanks
  return (
    <Card
      onClick={onOpen}
      slip={
        <View className="thanks-note__link">
          <Icon name="hand" size="small" className="thanks-note__icon" />
          <View className="thanks-note__title">{title}</View>
          <Icon name="next" size="small" className="thanks-note__arrow" />
        </View>
      }
    >
      <View className="thanks-note__words">{words}</View>
      <View className="thanks-note__by">
        <View className="thanks-note__pair">
          <Avatar id={from.avatar} size="small" />
          <Icon name="heart" size="small" className="thanks-note__heart" />
          <Avatar id={to.avatar} size="small" />
        </View>
        <View className="thanks-note__names">
          {t('help.thanksFromTo', { from: from.nickname, to: to.nickname })}
        </View>
        <View className="thanks-note__ago">{ago(createdAt, timeZone)}</View>
      </View>
    </Card>
  )
}
