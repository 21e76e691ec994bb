import { View } from '@tarojs/components'
import type { EventCard as Event } from '../../../types/event'
import { t } from '../../i18n'
import { atWhen } from '../../i18n/at-when'
import { atZone } from '../../i18n/time'
import { Avatar } from '../Avatar'
import { Card } from '../Card'
import { Icon } from '../Icon'
import { Tag } from '../Tag'
import './index.scss'
import { kindIcon } from './kind-icon'
import { stateTag } from './state-tag'

interface Props {
  event: Event
  /** The community's: times are told by its clock. */
  timeZone: string
  onOpen: (eventId: string) => void
}

/** An event in a list: the leaf of a calendar, what it is, when and where, how many seats are taken. */
export function EventCard({ event, timeZone, onOpen }: Props) {
  const tag = stateTag(event)
  return (
    <Card onClick={() => onOpen(event.eventId)} slip={<Slip event={event} />}>
      <View className="hz-event">
        <Leaf startsAt={event.startsAt} timeZone={timeZone} />
        <View className="hz-event__words">
          <View className="hz-event__top">
            <View className="hz-event__fact">
              <Icon name={kindIcon[event.kind]} size="small" className="hz-event__icon" />
              {t(`event.kind_${event.kind}`)}
            </View>
            {tag && (
              <Tag tone={tag.tone} icon={tag.icon}>
                {tag.text}
              </Tag>
            )}
          </View>
          <View className="hz-event__title">{event.title}</View>
          <View className="hz-event__fact">
            <Icon name="clock" size="small" className="hz-event__icon" />
            {atWhen(event.startsAt, timeZone)}
          </View>
          <View className="hz-event__fact">
            <Icon
              name={event.isOnline ? 'link' : 'place'}
              size="small"
              className="hz-event__icon"
            />
            <View className="hz-event__place">
              {event.isOnline ? t('event.online') : event.placeName}
            </View>
          </View>
        </View>
      </View>
    </Card>
  )
}

/** The day as a calendar's leaf: it is what people look for first. */
function Leaf({ startsAt, timeZone }: { startsAt: string; timeZone: string }) {
  const at = atZone(startsAt, timeZone)
  return (
    <View className="hz-leaf">
      <View className="hz-leaf__month">{at.format(t('event.leafMonth'))}</View>
      <View className="hz-leaf__day">{at.date()}</View>
    </View>
  )
}

function Slip({ event }: { event: Event }) {
  const { organiser, own, seatsTaken, capacity, waiting, series } = event
  return (
    <View className="hz-event__slip">
      <Avatar id={organiser.avatar} size="small" />
      <View className="hz-event__by">{own ? t('event.me') : organiser.nickname}</View>
      {series && (
        <View className="hz-event__note">
          {t('event.seriesPart', { index: series.index, of: series.of })}
        </View>
      )}
      <View className="hz-event__note">
        {t('event.seats', { taken: seatsTaken, capacity })}
        {waiting > 0 && ` · ${t('event.waitingCount', { count: waiting })}`}
      </View>
    </View>
  )
}
