import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/Button'
import { LongList } from '../../../components/LongList'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { SearchField } from '../../../components/SearchField'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { usePages } from '../../../hooks/use-pages'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { type Guest, keepGuests, keptGuests, type Waiting } from '../../../services/door-queue'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'

interface Props {
  ids: EventIds
  /** What is kept and not sent yet. */
  queue: readonly Waiting[]
  onAdmit: (guest: Guest) => void
}

/** Everybody expected, by name; read once and kept on the phone for a door without network. */
export function ByName({ ids, queue, onAdmit }: Props) {
  const guests = useGuests(ids)
  const [wanted, setWanted] = useState('')
  const [undoing, setUndoing] = useState<Guest | null>(null)
  const isKept = ({ registrationId }: Guest) =>
    queue.some(({ input: { by } }) =>
      by.way === 'name'
        ? by.registrationId === registrationId
        : registrationId.endsWith(`:${by.code.split('.')[1]}`),
    )
  const stateOf = (guest: Guest) => (guest.isIn ? 'in' : isKept(guest) ? 'kept' : 'expected')
  return (
    <>
      <SearchField
        label={t('event.findName')}
        placeholder={t('event.findName')}
        maxLength={16}
        value={wanted}
        onChange={setWanted}
      />
      <LongList
        items={guests.filter(({ name }) => name.includes(wanted))}
        keyOf={({ registrationId }) => registrationId}
        render={(guest) => (
          <Row
            guest={guest}
            state={stateOf(guest)}
            onAdmit={() => onAdmit(guest)}
            onUndo={() => setUndoing(guest)}
          />
        )}
      />
      {undoing && <UndoSheet ids={ids} guest={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

interface RowProps {
  guest: Guest
  /** `kept`: let in, and not sent yet. */
  state: 'in' | 'kept' | 'expected'
  onAdmit: () => void
  onUndo: () => void
}

function Row({ guest, state, onAdmit, onUndo }: RowProps) {
  return (
    <View className="door-name">
      <View className="door-name__words">
        {guest.name}
        {guest.guests > 0 && (
          <View className="door__note">{t('event.withGuests', { count: guest.guests })}</View>
        )}
      </View>
      {state === 'in' && (
        <Button small kind="quiet" icon="undo" onClick={onUndo}>
          {t('event.undoAttendance')}
        </Button>
      )}
      {state === 'kept' && <Tag tone="amber">{t('event.keptHere')}</Tag>}
      {state === 'expected' && (
        <Button small kind="secondary" onClick={onAdmit}>
          {t('event.admit')}
        </Button>
      )}
    </View>
  )
}

/** Those expected and those who are in, page after page until all are here; until then what was kept. */
function useGuests(ids: EventIds): Guest[] {
  const { eventId } = ids
  const expected = useAll(ids, 'seated')
  const there = useAll(ids, 'attended')
  const isWhole = expected.isWhole && there.isWhole
  const guests = [...expected.items, ...there.items].map(
    ({ registrationId, member, guests: along, state }) => ({
      registrationId,
      name: member.nickname,
      guests: along,
      isIn: state === 'attended',
    }),
  )
  useEffect(() => {
    if (isWhole) keepGuests(eventId, guests)
  })
  if (isWhole) return guests
  const known = new Set(guests.map(({ registrationId }) => registrationId))
  return [
    ...guests,
    ...keptGuests(eventId).filter(({ registrationId }) => !known.has(registrationId)),
  ]
}

function useAll(ids: EventIds, state: 'seated' | 'attended') {
  const list = usePages('event.listRegistrations', { ...ids, state })
  const { items = [], hasMore, isLoadingMore, loadMore, error } = list
  useEffect(() => {
    if (hasMore && !isLoadingMore && !error) loadMore()
  })
  return { items, isWhole: list.items !== undefined && !hasMore }
}

interface UndoProps {
  ids: EventIds
  guest: Guest
  onClose: () => void
}

function UndoSheet({ ids, guest, onClose }: UndoProps) {
  const undoing = useWrite('event.undoAttendance', CHANGED_BY_EVENTS)
  async function undo(reason: string) {
    const { ok } = await undoing.run({ ...ids, registrationId: guest.registrationId, reason })
    if (!ok) return
    toast(t('event.undone'), { kind: 'done' })
    onClose()
  }
  return (
    <ReasonSheet
      title={t('event.undoAttendanceTitle', { name: guest.name })}
      lead={t('event.undoAttendanceLead')}
      reasons={[t('event.whyUndo1'), t('event.whyUndo2')]}
      doText={t('event.undoAttendance')}
      decision={{ ...undoing, communityId: ids.communityId }}
      onDo={undo}
      onClose={onClose}
    />
  )
}
