import { Image, View } from '@tarojs/components'
import type { EventDetail } from '../../../../types/event'
import { Avatar } from '../../../components/Avatar'
import { spoken } from '../../../components/a11y'
import { kindIcon } from '../../../components/EventCard/kind-icon'
import { stateTag } from '../../../components/EventCard/state-tag'
import { Icon, type IconName } from '../../../components/Icon'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { ShareButton } from '../../../components/ShareButton'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { t } from '../../../i18n'
import { atWhen, spanOf } from '../../../i18n/at-when'
import { addToCalendar } from '../../../platform/calendar'
import { openMap } from '../../../platform/map'
import type { ShareCard } from '../../../platform/types'
import { nowFor } from './now'
import { useLapsed, useOffer } from './offered'

interface Props {
  event: EventDetail
  timeZone: string
  card: ShareCard
  /** Something has changed by the time that passed. */
  onTime: () => void
}

/** What it is, when and where, and how it stands for the one who looks. */
export function Head({ event, timeZone, card, onTime }: Props) {
  const tag = stateTag(event)
  return (
    <View className="event-head">
      {event.cover && (
        <Image
          className="event-head__cover"
          src={event.cover}
          mode="aspectFill"
          {...spoken({ hidden: true })}
        />
      )}
      <View className="event-head__tags">
        <View className="event-head__kind">
          <Icon name={kindIcon[event.kind]} size="small" className="event-head__icon" />
          {t(`event.kind_${event.kind}`)}
        </View>
        {event.series && (
          <View className="event-head__kind">
            {t('event.seriesPart', { index: event.series.index, of: event.series.of })}
          </View>
        )}
        {tag && (
          <Tag tone={tag.tone} icon={tag.icon}>
            {tag.text}
          </Tag>
        )}
      </View>
      <View className="event-head__title" {...spoken({ role: 'heading', level: 1 })}>
        {event.title}
      </View>
      <View className="event-head__by">
        <Avatar id={event.organiser.avatar} size="small" />
        <View className="event-head__name">
          {event.own ? t('event.me') : event.organiser.nickname}
        </View>
        {event.state === 'published' && (
          <ShareButton small kind="quiet" card={card}>
            {t('event.share')}
          </ShareButton>
        )}
      </View>
      <Standing event={event} timeZone={timeZone} onTime={onTime} />
      <Facts event={event} timeZone={timeZone} />
    </View>
  )
}

const nowIcons = {
  jade: 'done',
  amber: 'wait',
  ink: 'info',
  crimson: 'alert',
} as const satisfies Record<string, IconName>

/** How it stands for the looker, in a sentence. */
function Standing({ event, timeZone, onTime }: Omit<Props, 'card'>) {
  const { registration } = event
  const until = registration?.state === 'offered' ? registration.offeredUntil : null
  const offer = useOffer(until, timeZone, onTime)
  const lapsed = useLapsed(event)
  // Who decides finds it below, with the buttons.
  if (event.steps.includes('decide')) return null
  const now = offer ?? nowFor(event, timeZone) ?? lapsed
  if (!now) return null
  return (
    <View className={`event-now event-now--${now.tone}`}>
      <Icon name={nowIcons[now.tone]} size="small" className="event-now__icon" />
      <View className="event-now__words">{now.text}</View>
    </View>
  )
}

function Facts({ event, timeZone }: { event: EventDetail; timeZone: string }) {
  const { startsAt, endsAt, deadline, seatsTaken, capacity, waiting } = event
  const isAhead = event.state === 'published' && Date.parse(startsAt) > Date.now()
  const seats = t('event.seats', { taken: seatsTaken, capacity })
  const queue = waiting > 0 ? ` · ${t('event.waitingCount', { count: waiting })}` : ''
  return (
    <ListGroup>
      <ListRow
        icon="calendar"
        title={spanOf(startsAt, endsAt, timeZone)}
        {...(isAhead
          ? { note: t('event.addToCalendar'), onClick: () => void keepInCalendar(event) }
          : {})}
      />
      <PlaceRow event={event} />
      <ListRow
        icon="group"
        title={`${seats}${queue}`}
        {...(isAhead ? { note: `${t('event.until')} ${atWhen(deadline, timeZone)}` } : {})}
      />
    </ListGroup>
  )
}

function PlaceRow({ event: { form } }: { event: EventDetail }) {
  const { place } = form
  if (place.mode === 'online') {
    return (
      <ListRow icon="link" title={t('event.online')} note={place.how || t('event.onlineHidden')} />
    )
  }
  const { name, address, position } = place
  return (
    <ListRow
      icon="place"
      title={name}
      {...(address ? { note: address } : {})}
      {...(position
        ? {
            label: `${name} ${t('event.openMap')}`,
            onClick: () => void openMap({ name, address, ...position }),
          }
        : {})}
    />
  )
}

async function keepInCalendar(event: EventDetail) {
  const { eventId, title, form, startsAt, endsAt } = event
  const place = form.place.mode === 'online' ? form.place.how : form.place.name
  const isKept = await addToCalendar({
    id: eventId,
    title,
    about: form.about,
    place,
    startsAt,
    endsAt,
  })
  toast(t(isKept ? 'event.calendarAdded' : 'event.calendarRefused'), {
    kind: isKept ? 'done' : 'problem',
  })
}
