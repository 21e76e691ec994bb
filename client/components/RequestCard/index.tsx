import { View } from '@tarojs/components'
import type { RequestCard as Request } from '../../../types/help'
import { t } from '../../i18n'
import { byWhen } from '../../i18n/by-when'
import { ago, isNear, left } from '../../i18n/time'
import { Avatar } from '../Avatar'
import { Card } from '../Card'
import { HelperCount } from '../HelperCount'
import { Icon } from '../Icon'
import { Tag } from '../Tag'
import './index.scss'
import { stateTag } from './state-tag'

interface Props {
  request: Request
  /** The community's: deadlines are told by its clock. */
  timeZone: string
  onOpen: (requestId: string) => void
}

/**
 * A request on the board. One glance answers "can I help?": what kind and how pressing, what
 * exactly, by when, how many are wanted; on the strip below, who asks.
 */
export function RequestCard({ request, timeZone, onOpen }: Props) {
  const { icon, templateName, title, deadline, state } = request
  const tag = stateTag(request, timeZone)
  const isRunning = state === 'open' || state === 'matched'
  return (
    <Card onClick={() => onOpen(request.requestId)} slip={<Slip {...{ request, timeZone }} />}>
      <View className="hz-request__top">
        <View className="hz-request__kind">
          <Icon name={icon} size="small" className="hz-request__icon" />
          {templateName}
        </View>
        {tag && (
          <Tag tone={tag.tone} icon={tag.icon}>
            {tag.text}
          </Tag>
        )}
      </View>
      <View className="hz-request__title">{title}</View>
      <View className="hz-request__facts">
        {isRunning && (
          <View className="hz-request__when">
            <Icon name="clock" size="small" className="hz-request__icon" />
            {inWords(deadline, timeZone, tag !== null)}
          </View>
        )}
        <HelperCount taken={request.helpersTaken} needed={request.helpersNeeded} />
      </View>
    </Card>
  )
}

/** 还剩 3 天 · 周六 20:00 前; what the tag says already is not said twice. */
function inWords(deadline: string, timeZone: string, isTagged: boolean): string {
  const words = byWhen(deadline, timeZone)
  const isFar = Date.parse(deadline) - Date.now() >= 7 * 86_400_000
  if (isTagged || isFar || isNear(deadline)) return words
  return `${left(deadline, timeZone)} · ${words}`
}

function Slip({ request, timeZone }: { request: Request; timeZone: string }) {
  const { requester, own, offersWaiting, createdAt } = request
  return (
    <View className="hz-request__slip">
      <Avatar id={requester.avatar} size="small" />
      <View className="hz-request__by">
        <View className="hz-request__name">{own ? t('help.me') : requester.nickname}</View>
        <View className="hz-request__ago">{ago(createdAt, timeZone)}</View>
      </View>
      {offersWaiting > 0 && (
        <View className={own ? 'hz-request__waits' : 'hz-request__offers'}>
          {t(own ? 'help.offersWaitForYou' : 'help.offersWait', { count: offersWaiting })}
        </View>
      )}
    </View>
  )
}
