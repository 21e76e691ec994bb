import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { EventDetail, Registration, RegistrationState } from '../../../../types/event'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { FilterChips } from '../../../components/FilterChips'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { Skeleton } from '../../../components/Skeleton'
import { usePages } from '../../../hooks/use-pages'
import { t, useT } from '../../../i18n'
import { EventPage } from '../parts/event-page'
import { type EventIds, useEventIds } from '../parts/ids'
import { ApproveAll } from './approve-all'
import './index.scss'
import { RegistrationCard } from './registration-card'
import { Tools } from './tools'

const FILTERS = [
  null,
  'requested',
  'seated',
  'waiting',
  'offered',
  'attended',
  'noShow',
  'cancelled',
] as const satisfies readonly (RegistrationState | null)[]

/** Everybody who signed up, with the decisions the organiser may take. */
export default function Manage() {
  useT()
  const ids = useEventIds('event.manage')
  return (
    <EventPage ids={ids} title={t('event.manageTitle')} lead={(event) => event.title}>
      {(event, timeZone) => ids && <Registrations ids={ids} event={event} timeZone={timeZone} />}
    </EventPage>
  )
}

interface Props {
  ids: EventIds
  event: EventDetail
  timeZone: string
}

function Registrations({ ids, event, timeZone }: Props) {
  const [state, setState] = useState<RegistrationState | null>(
    event.form.needsApproval ? 'requested' : null,
  )
  const list = usePages('event.listRegistrations', { ...ids, ...(state ? { state } : {}) })
  useReachBottom(list.loadMore)
  const { items } = list
  const waits = items?.filter(isToDecide) ?? []
  return (
    <>
      <View className="event-manage__seats">
        {t('event.seats', { taken: event.seatsTaken, capacity: event.capacity })}
        {event.waiting > 0 && ` · ${t('event.waitingCount', { count: event.waiting })}`}
      </View>
      <Tools ids={ids} />
      <FilterChips<RegistrationState | null>
        label={t('event.manageStates')}
        value={state}
        options={FILTERS.map((value) => ({
          value,
          label: t(value === null ? 'event.reg_all' : `event.reg_${value}`),
        }))}
        onChange={setState}
      />
      {state === 'requested' && <ApproveAll ids={ids} waiting={waits} />}
      {list.error && <ErrorRetry inline error={list.error} onRetry={() => void list.refresh()} />}
      {!items && !list.error && <Skeleton count={3} />}
      {items?.length === 0 && (
        <Empty
          picture="empty-events"
          title={t(state === null ? 'event.emptyRegistrations' : 'event.emptyState')}
          {...(state === null ? { text: t('event.emptyRegistrationsText') } : {})}
        />
      )}
      <LongList
        items={items ?? []}
        keyOf={({ registrationId }) => registrationId}
        render={(registration) => (
          <RegistrationCard
            ids={ids}
            event={event}
            registration={registration}
            timeZone={timeZone}
          />
        )}
      />
      <MoreFoot
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.loadMore}
        isLong={(items?.length ?? 0) > 8}
      />
    </>
  )
}

const isToDecide = ({ state }: Registration) => state === 'requested'
