import { View } from '@tarojs/components'
import type { RequestCard as Request } from '../../../types/help-views'
import { t } from '../../i18n'
import { ago } from '../../i18n/time'
import { Avatar } from '../Avatar'
import { Card } from '../Card'
import { HelperCount } from '../HelperCount'
import { LevelTag } from '../LevelTag'
import { Deadline } from './deadline'
import './index.scss'
import { RequestTop } from './top'

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
  return (
    <Card onClick={() => onOpen(request.requestId)} slip={<Slip {...{ request, timeZone }} />}>
      <RequestTop request={request} timeZone={timeZone} />
      <View className="hz-request__title">{request.title}</View>
      <View className="hz-request__facts">
        <Deadline request={request} timeZone={timeZone} />
        <HelperCount taken={request.helpersTaken} needed={request.helpersNeeded} />
        {request.bountyEach > 0 && (
          <View className="hz-request__bounty">
            {t('points.bountyEach', { each: request.bountyEach })}
          </View>
        )}
      </View>
    </Card>
  )
}

function Slip({ request, timeZone }: { request: Request; timeZone: string }) {
  const { requester, own, offersWaiting, createdAt } = request
  return (
    <View className="hz-request__slip">
      <Avatar id={requester.avatar} size="small" frame={requester.frame} />
      <View className="hz-request__by">
        <View className="hz-request__name">{own ? t('help.me') : requester.nickname}</View>
        {!own && requester.level && (
          <View className="hz-request__level">
            <LevelTag level={requester.level} />
          </View>
        )}
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
