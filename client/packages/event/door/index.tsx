import { View } from '@tarojs/components'
import { useEffect, useMemo } from 'react'
import type { EventDetail } from '../../../../types/event'
import {
  DOOR_CLOSES_MINUTES_AFTER,
  DOOR_CODE_SECONDS,
  DOOR_OPENS_MINUTES_BEFORE,
} from '../../../../types/event-door'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { Page } from '../../../components/Page'
import { QrCode } from '../../../components/QrCode'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useAfter } from '../../../hooks/use-seconds-left'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { atWhen } from '../../../i18n/at-when'
import { scanCode } from '../../../platform/scan'
import { keepDoor, keptDoors, keptGuests } from '../../../services/door-queue'
import { EventPage } from '../parts/event-page'
import { type EventIds, useEventIds } from '../parts/ids'
import { ByName } from './by-name'
import './index.scss'
import { type Lost, useDoor } from './use-door'

/** The steward's phone: a code that changes, a scanner, and the list of names. */
export default function Door() {
  useT()
  const ids = useEventIds('event.door')
  const { data: event, error, refresh } = useRead('event.get', ids)
  useKeptDoor(ids, event)
  const kept = ids && keptDoors().find(({ eventId }) => eventId === ids.eventId)
  // Where nothing can be asked, the door goes on with what the phone has kept of it.
  if (kept && !event && error?.code === 'network') {
    return (
      <Page title={t('event.doorTitle')} lead={kept.title}>
        <ErrorRetry inline error={error} onRetry={() => void refresh()} />
        <View className="door__note door__away">{t('event.doorAway')}</View>
        <Desk ids={ids} attended={null} />
      </Page>
    )
  }
  return (
    <EventPage ids={ids} title={t('event.doorTitle')} lead={({ title }) => title}>
      {({ attended }) => ids && <Desk ids={ids} attended={attended} />}
    </EventPage>
  )
}

function useKeptDoor(ids: EventIds | null, event: EventDetail | undefined): void {
  useEffect(() => {
    if (!ids || !event?.steps.includes('runDoor')) return
    const closesMs = Date.parse(event.endsAt) + DOOR_CLOSES_MINUTES_AFTER * 60_000
    keepDoor({ ...ids, title: event.title, closesAt: new Date(closesMs).toISOString() })
  }, [ids, event])
}

/** `attended`: how many are here, as far as is known; null: there is no network to ask. */
function Desk({ ids, attended }: { ids: EventIds; attended: number | null }) {
  const door = useDoor(ids)
  const timeZone = useTimeZone(ids.communityId)

  async function scan() {
    const code = await scanCode()
    if (code === null) return toast(t('event.notScanned'))
    await door.admit({ way: 'code', code }, nameOn(code, ids.eventId))
  }

  return (
    <>
      {attended !== null && <DoorCode ids={ids} attended={attended} />}
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
      {door.lost.length > 0 && <NotTaken lost={door.lost} timeZone={timeZone} />}
      <Button full icon="scan" onClick={() => void scan()}>
        {t('event.scanMember')}
      </Button>
      <View className="door__names">
        <Section title={t('event.byName')}>
          <ByName
            ids={ids}
            queue={door.queue}
            onAdmit={(guest) =>
              void door.admit({ way: 'name', registrationId: guest.registrationId }, guest.name)
            }
          />
        </Section>
      </View>
    </>
  )
}

/** A ticket says whose it is; by the list that is kept also without a network. */
function nameOn(code: string, eventId: string): string {
  const registrationId = `${eventId}:${code.split('.')[1]}`
  const guest = keptGuests(eventId).find((one) => one.registrationId === registrationId)
  return guest?.name ?? t('event.ticketCode')
}

/** Arrivals that were kept and then not taken: who, when, and why; they stay in sight. */
function NotTaken({ lost, timeZone }: { lost: readonly Lost[]; timeZone: string }) {
  return (
    <Card tone="crimson">
      {lost.map(({ arrival, why }) => (
        <View key={JSON.stringify(arrival.input)}>
          {t('event.queueDropped', {
            name: arrival.name,
            time: atWhen(arrival.input.at, timeZone),
            why,
          })}
        </View>
      ))}
    </Card>
  )
}

/** The code members scan; drawn anew before it runs out, so that a photograph of it is soon worthless. */
function DoorCode({ ids, attended }: { ids: EventIds; attended: number }) {
  const { data, error, refresh } = useRead('event.getDoorCode', ids)
  const code = data?.code
  const validSeconds = data?.validSeconds ?? 0
  // Counted from when the code came, whatever the phone takes the time to be.
  const until = useMemo(
    () => (code ? new Date(Date.now() + validSeconds * 1000).toISOString() : null),
    [code, validSeconds],
  )
  const leftS = useAfter(until, () => void refresh())
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
  // A code that has run out lets nobody in: without a network there is none to show.
  if (!data || (leftS === 0 && error)) {
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
            expected: Math.max(data.expected, attended),
          })}
        </View>
      </View>
    </Card>
  )
}
