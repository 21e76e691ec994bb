import { View } from '@tarojs/components'
import { useState } from 'react'
import { FIGURES_DAYS, FIGURES_OF, type HeldEvent } from '../../../../types/event-figures'
import { Empty } from '../../../components/Empty'
import { FilterChips } from '../../../components/FilterChips'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useEntrance } from '../../../hooks/use-entrance'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { averageOf } from './rates'
import { Totals } from './totals'

type Of = (typeof FIGURES_OF)[number]

/** How the events that were held went: one's own, and everybody's for those who approve them. */
export default function Figures() {
  useT()
  const communityId = useCommunityId()
  const { data: entrance } = useEntrance()
  const timeZone = useTimeZone(communityId)
  const [of, setOf] = useState<Of>('mine')
  const [days, setDays] = useState<(typeof FIGURES_DAYS)[number]>(FIGURES_DAYS[0])
  const { data, error, refresh } = useRead(
    'event.getFigures',
    communityId ? { communityId, of, days } : null,
  )
  if (!communityId) return <NoCommunity title={t('event.figuresTitle')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  const duties = entrance?.communities.find(({ id }) => id === communityId)?.duties ?? []
  return (
    <Page
      title={t('event.figuresTitle')}
      lead={t('event.figuresLead')}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
    >
      {duties.includes('approveEvents') && (
        <Segmented<Of>
          label={t('event.figuresOf')}
          value={of}
          options={FIGURES_OF.map((value) => ({ value, label: t(`event.figuresOf_${value}`) }))}
          onChange={setOf}
        />
      )}
      <FilterChips
        label={t('event.figuresDays')}
        value={String(days)}
        options={FIGURES_DAYS.map((value) => ({
          value: String(value),
          label: t(`event.figuresDays_${value}`),
        }))}
        onChange={(value) => setDays(FIGURES_DAYS.find((one) => String(one) === value) ?? days)}
      />
      {!data && !error && <Skeleton count={2} />}
      {data?.events.length === 0 && (
        <Empty
          picture="empty-events"
          title={t('event.figuresEmpty')}
          text={t('event.figuresEmptyText')}
        />
      )}
      {data && data.events.length > 0 && (
        <>
          <Totals total={data.total} held={data.events.length} />
          <ListGroup title={t('event.figuresEach')}>
            {data.events.map((event) => (
              <ListRow
                key={event.eventId}
                title={event.title}
                note={<Line event={event} isNamed={of === 'all'} timeZone={timeZone} />}
                value={<View className="figures__rating">{averageOf(event.byRating) ?? ''}</View>}
                onClick={() =>
                  void navigate('event.after', { communityId, eventId: event.eventId })
                }
              />
            ))}
          </ListGroup>
          {data.isCut && (
            <View className="figures__note">
              {t('event.figuresCut', { count: data.events.length })}
            </View>
          )}
        </>
      )}
    </Page>
  )
}

interface LineProps {
  event: HeldEvent
  isNamed: boolean
  timeZone: string
}

function Line({ event, isNamed, timeZone }: LineProps) {
  const { startsAt, organiser, taken, seats, came, expected } = event
  return (
    <>
      <View>
        {inFull(startsAt, timeZone, 'day')}
        {isNamed && ` · ${organiser.nickname}`}
      </View>
      <View>{t('event.figuresLine', { taken, seats, came, expected })}</View>
    </>
  )
}
