import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import {
  DOOR_CLOSES_MINUTES_AFTER,
  DOOR_CODE_SECONDS,
  DOOR_OPENS_MINUTES_BEFORE,
  type EventDetail,
} from '../../../../types/event'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { QrCode } from '../../../components/QrCode'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { scanCode } from '../../../platform/scan'
import { EventPage } from '../parts/event-page'
import { type EventIds, useEventIds } from '../parts/ids'
import { ByName } from './by-name'
import './index.scss'
import { useDoor } from './use-door'

/** The steward's phone: a code that changes, a scanner, and the list of names. */
export default function Door() {
  useT()
  const ids = useEventIds('event.door')
  return (
    <EventPage ids={ids} title={t('event.doorTitle')} lead={(event) => event.title}>
      {(event) => ids && <Desk ids={ids} event={event} />}
    </EventPage>
  )
}

function Desk({ ids, event }: { ids: EventIds; event: EventDetail }) {
  const door = useDoor(ids)

  async function scan() {
    const code = await scanCode()
    if (code === null) return toast(t('event.notScanned'))
    await door.admit({ way: 'code', code }, t('event.ticketCode'))
  }

  return (
    <>
      <DoorCode ids={ids} event={event} />
      {door.queue.length > 0 && (
        <Card tone="amber">
          <View className="door__queue">
            <View className="door__words">{t('event.queue', { count: door.queue.length })}</View>
            <Button small kind="secondary" busy={door.busy} onClick={door.sendWaiting}>
              {t('event.queueSend')}
            </Button>
          </View>
        </Card>
      )}
      <Button full icon="scan" busy={door.busy} onClick={() => void scan()}>
        {t('event.scanMember')}
      </Button>
      <Section title={t('event.byName')}>
        <ByName
          ids={ids}
          onAdmit={(guest) =>
            void door.admit({ way: 'name', registrationId: guest.registrationId }, guest.name)
          }
        />
      </Section>
    </>
  )
}

/** The code members scan; drawn anew before it runs out, so that a photograph of it is soon worthless. */
function DoorCode({ ids, event }: { ids: EventIds; event: EventDetail }) {
  const { data, error, refresh } = useRead('event.getDoorCode', ids)
  const leftS = useSecondsLeft(data?.validUntil ?? null, () => void refresh())
  if (error?.code === 'door_closed') {
    return (
      <Card>
        <View className="door__closed">{t('event.doorClosed')}</View>
        <View className="door__note">
          {t('event.doorClosedText', {
            before: DOOR_OPENS_MINUTES_BEFORE,
            after: DOOR_CLOSES_MINUTES_AFTER,
          })}
        </View>
      </Card>
    )
  }
  if (!data) {
    return error ? (
      <ErrorRetry inline error={error} onRetry={() => void refresh()} />
    ) : (
      <Skeleton count={1} />
    )
  }
  return (
    <Card>
      <View className="door__code">
        <QrCode text={data.code} label={t('event.doorCode', { seconds: DOOR_CODE_SECONDS })} />
        <View className="door__lead">{t('event.doorLead')}</View>
        <View className="door__note" {...spoken({ hidden: true })}>
          {t('event.doorRefresh', { seconds: leftS })}
        </View>
        <View className="door__count">
          {t('event.doorCount', {
            attended: data.attended,
            expected: Math.max(data.expected, event.attended),
          })}
        </View>
      </View>
    </Card>
  )
}

/** Counts down to an instant and asks for what comes after it. */
function useSecondsLeft(until: string | null, onOver: () => void): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const leftS = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  const isOver = until !== null && leftS === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each code that has run out
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, until])
  return leftS
}
