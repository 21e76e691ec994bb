import { View } from '@tarojs/components'
import type { EventDetail } from '../../../../types/event'
import { Avatar } from '../../../components/Avatar'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Section } from '../../../components/Section'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import type { EventIds } from '../parts/ids'

interface Props {
  ids: EventIds
  event: EventDetail
  timeZone: string
}

/** What happens there, who speaks, who comes. */
export function About({ ids, event }: Props) {
  const { about, agenda, speakers, volunteerHours } = event.form
  return (
    <>
      <Section title={t('event.about')}>
        <View className="event-text">{about}</View>
        {volunteerHours > 0 && (
          <View className="event-note">{t('event.hours', { hours: volunteerHours })}</View>
        )}
      </Section>
      {agenda.length > 0 && (
        <Section title={t('event.agenda')}>
          {agenda.map(({ at, what }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an agenda's items are known by their order
            <View key={place} className="event-agenda">
              <View className="event-agenda__at">{at}</View>
              <View className="event-agenda__what">{what}</View>
            </View>
          ))}
        </Section>
      )}
      {speakers.length > 0 && (
        <Section title={t('event.speakers')}>
          {speakers.map(({ name, about: who }) => (
            <View key={`${name} ${who}`} className="event-speaker">
              <View className="event-speaker__name">{name}</View>
              {who && <View className="event-speaker__about">{who}</View>}
            </View>
          ))}
        </Section>
      )}
      <Faces event={event} />
      <More ids={ids} event={event} />
    </>
  )
}

function Faces({ event: { faces, seatsTaken } }: { event: EventDetail }) {
  if (faces.length === 0) return null
  return (
    <Section title={t('event.comes')}>
      <View className="event-faces">
        {faces.map(({ memberId, avatar, nickname }) => (
          <Avatar key={memberId} id={avatar} label={nickname} className="event-faces__one" />
        ))}
        {seatsTaken > faces.length && (
          <View className="event-note">{t('event.more', { count: seatsTaken })}</View>
        )}
      </View>
    </Section>
  )
}

/** Where more is to be read: the questions beforehand, what was said afterwards. */
function More({ ids, event }: { ids: EventIds; event: EventDetail }) {
  const isOver = event.state === 'ended' || event.recap !== null
  if (!event.form.collectsQuestions && !isOver) return null
  return (
    <ListGroup>
      {event.form.collectsQuestions && (
        <ListRow
          icon="question"
          title={t('event.roundTable')}
          note={t('event.roundTableText')}
          onClick={() => void navigate('event.questions', ids)}
        />
      )}
      {isOver && (
        <ListRow
          icon="book"
          title={t('event.after')}
          note={t('event.afterText')}
          onClick={() => void navigate('event.after', ids)}
        />
      )}
    </ListGroup>
  )
}
