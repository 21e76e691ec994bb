import { useState } from 'react'
import type { EventDetail } from '../../../../types/event'
import { RemindMe } from '../../../components/RemindMe'
import { useLiveCard } from '../../../hooks/use-live-card'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { t, useT } from '../../../i18n'
import { atWhen } from '../../../i18n/at-when'
import { useShare } from '../../../platform/share'
import type { ShareCard } from '../../../platform/types'
import { linkTo } from '../../../services/navigate'
import { EventPage } from '../parts/event-page'
import { useEventIds } from '../parts/ids'
import { useFreeSeats } from '../parts/use-promote'
import { About } from './about'
import { Foot } from './foot'
import { Head } from './head'
import './index.scss'
import { Organise } from './organise'
import type { OpenSheet } from './sheet'
import { Sheets } from './sheets'

/** One event: what, when, where, who comes, and the looker's next step as one button at the foot. */
export default function Detail() {
  useT()
  const ids = useEventIds('event.detail')
  const timeZone = useTimeZone(ids?.communityId ?? null)
  const { data, refresh } = useRead('event.get', ids)
  useFreeSeats(ids, data)
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const opening = useWrite('event.openCard')
  const live = useLiveCard(data?.liveCard, data?.state === 'published', async () => {
    const result = ids ? await opening.run(ids) : null
    return result?.ok ? result.data.card : null
  })
  const card: ShareCard =
    data && ids
      ? {
          title: t('event.shareTitle', {
            title: data.title,
            time: atWhen(data.startsAt, timeZone),
          }),
          path: linkTo('event.detail', ids),
          ...(live ? { activityId: live.activityId } : {}),
        }
      : { title: t('common.appName'), path: linkTo('home') }
  useShare(() => card)

  return (
    <EventPage
      ids={ids}
      footer={(event) => ids && <Foot ids={ids} event={event} onSheet={setSheet} />}
    >
      {(event, zone) =>
        ids && (
          <>
            <Head event={event} timeZone={zone} card={card} onTime={() => void refresh()} />
            <Remind event={event} />
            <Organise ids={ids} event={event} onSheet={setSheet} />
            <About ids={ids} event={event} timeZone={zone} />
            {sheet && (
              <Sheets
                ids={ids}
                event={event}
                timeZone={zone}
                open={sheet}
                onClose={() => setSheet(null)}
              />
            )}
          </>
        )
      }
    </EventPage>
  )
}

const COMING = ['requested', 'waiting', 'offered', 'seated']

/** For whoever has a part in it and wants to hear of changes. */
function Remind({ event }: { event: EventDetail }) {
  const isComing = COMING.includes(event.registration?.state ?? '')
  if (event.state !== 'published' || !isComing) return null
  return <RemindMe topics={['event']}>{t('remind.why_event')}</RemindMe>
}
