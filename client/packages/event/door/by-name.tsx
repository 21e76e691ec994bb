import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/Button'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { usePages } from '../../../hooks/use-pages'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'
import { type Guest, keepGuests, keptGuests } from './queue'

interface Props {
  ids: EventIds
  onAdmit: (guest: Guest) => void
}

/** Everybody expected, by name; read once and kept on the phone for a door without network. */
export function ByName({ ids, onAdmit }: Props) {
  const guests = useGuests(ids)
  const [wanted, setWanted] = useState('')
  const [undoing, setUndoing] = useState<Guest | null>(null)
  const shown = guests.filter(({ name }) => name.includes(wanted.trim()))
  return (
    <>
      <TextField label={t('event.findName')} maxLength={16} value={wanted} onChange={setWanted} />
      {shown.map((guest) => (
        <View key={guest.registrationId} className="door-name">
          <View className="door-name__words">
            {guest.name}
            {guest.guests > 0 && (
              <View className="door__note">{t('event.withGuests', { count: guest.guests })}</View>
            )}
          </View>
          {guest.isIn ? (
            <Button small kind="quiet" icon="undo" onClick={() => setUndoing(guest)}>
              {t('event.undoAttendance')}
            </Button>
          ) : (
            <Button small kind="secondary" onClick={() => onAdmit(guest)}>
              {t('event.admit')}
            </Button>
          )}
        </View>
      ))}
      {undoing && <UndoSheet ids={ids} guest={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

/** Reads page after page until the whole list is here. */
function useGuests(ids: EventIds): Guest[] {
  const { eventId } = ids
  const list = usePages('event.listRegistrations', ids)
  const { items, hasMore, isLoadingMore, loadMore } = list
  useEffect(() => {
    if (hasMore && !isLoadingMore) loadMore()
  })
  const guests = items
    ?.filter(({ state }) => state === 'seated' || state === 'attended')
    .map(({ registrationId, member, guests: along, state }) => ({
      registrationId,
      name: member.nickname,
      guests: along,
      isIn: state === 'attended',
    }))
  useEffect(() => {
    if (guests && !hasMore) keepGuests(eventId, guests)
  })
  return guests ?? keptGuests(eventId)
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
