import type { ReactNode } from 'react'
import type { EventDetail } from '../../../../types/event'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import type { EventIds } from './ids'

interface Props {
  ids: EventIds | null
  title?: string
  lead?: (event: EventDetail) => ReactNode
  footer?: (event: EventDetail, timeZone: string) => ReactNode
  children: (event: EventDetail, timeZone: string) => ReactNode
}

/** The frame of every page about one event: waits for it, and says so when it is not here. */
export function EventPage({ ids, title, lead, footer, children }: Props) {
  const { data: event, error, refresh } = useRead('event.get', ids)
  const timeZone = useTimeZone(ids?.communityId ?? null)
  if (!ids || error?.code === 'not_found') return <Page empty={<Gone />} />
  if (error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={ids.communityId} />} />
  }
  return (
    <Page
      {...(title ? { title } : {})}
      lead={event && lead?.(event)}
      loading={!event && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(event)}
      onRetry={() => void refresh()}
      footer={event && footer?.(event, timeZone)}
    >
      {event && children(event, timeZone)}
    </Page>
  )
}

/** A cut link, an event of another community, or one that is no more. */
function Gone() {
  return (
    <Empty
      picture="empty-events"
      title={t('event.gone')}
      text={t('event.goneText')}
      action={{ text: t('event.seeUpcoming'), onClick: () => void navigate('event') }}
    />
  )
}
