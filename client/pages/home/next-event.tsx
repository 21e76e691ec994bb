import { EventCard } from '../../components/EventCard'
import { Section } from '../../components/Section'
import { usePages } from '../../hooks/use-pages'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

interface Props {
  communityId: string
  timeZone: string
}

/** What the community does together next; nothing where nothing is planned. */
export function NextEvent({ communityId, timeZone }: Props) {
  const { items } = usePages('event.list', { communityId, view: 'upcoming' })
  const next = items?.[0]
  if (!next) return null
  return (
    <Section
      title={t('home.nextEvent')}
      more={{ text: t('home.seeAll'), onClick: () => void navigate('event') }}
    >
      <EventCard
        event={next}
        timeZone={timeZone}
        onOpen={(eventId) => void navigate('event.detail', { communityId, eventId })}
      />
    </Section>
  )
}
