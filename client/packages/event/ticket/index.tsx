import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { Problem } from '../../../components/Problem'
import { QrCode } from '../../../components/QrCode'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t, useT } from '../../../i18n'
import { scanCode } from '../../../platform/scan'
import { goBack } from '../../../services/navigate'
import { EventPage } from '../parts/event-page'
import { CHANGED_BY_EVENTS, type EventIds, useEventIds } from '../parts/ids'
import './index.scss'

/** Arriving: scan the code at the door, or show one's own. */
export default function Ticket() {
  useT()
  const ids = useEventIds('event.ticket')
  return (
    <EventPage ids={ids} title={t('event.ticketTitle')} lead={() => t('event.ticketLead')}>
      {() => ids && <Arriving ids={ids} />}
    </EventPage>
  )
}

function Arriving({ ids }: { ids: EventIds }) {
  const ticket = useRead('event.getTicket', ids)
  const attending = useWrite('event.attend', CHANGED_BY_EVENTS)

  async function scan() {
    const code = await scanCode()
    if (code === null) return toast(t('event.notScanned'))
    const result = await attending.run({ ...ids, code })
    if (!result.ok) return
    toast(t(result.data.isLate ? 'event.attendedLate' : 'event.attended'), { kind: 'done' })
    await goBack()
  }

  return (
    <>
      <Problem {...attending} communityId={ids.communityId} onRetry={() => void scan()} />
      <Button full icon="scan" busy={attending.busy} onClick={() => void scan()}>
        {t('event.scanDoor')}
      </Button>
      <View className="ticket">
        <Card>
          {ticket.data ? (
            <>
              <QrCode text={ticket.data.code} label={t('event.ticketCode')} />
              <View className="ticket__label">{t('event.ticketCode')}</View>
            </>
          ) : ticket.error ? (
            <ErrorRetry inline error={ticket.error} onRetry={() => void ticket.refresh()} />
          ) : (
            <Skeleton count={1} />
          )}
        </Card>
      </View>
    </>
  )
}
