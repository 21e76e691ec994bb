import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { ListGroup, ListRow } from '../../components/ListRow'
import { t } from '../../i18n'
import { forgetClosedDoors, keptDoors, waitingAt } from '../../services/door-queue'
import { navigate } from '../../services/navigate'

/** The doors this phone stands at, found again also without a network; nothing for who runs none. */
export function Doors() {
  const [doors, setDoors] = useState(keptDoors)
  useDidShow(() => {
    forgetClosedDoors()
    setDoors(keptDoors())
  })
  if (doors.length === 0) return null
  return (
    <ListGroup title={t('event.doorsKept')}>
      {doors.map(({ communityId, eventId, title }) => {
        const count = waitingAt(eventId).length
        return (
          <ListRow
            key={eventId}
            icon="scan"
            title={title}
            {...(count > 0 ? { note: t('event.doorsWaiting', { count }) } : {})}
            onClick={() => void navigate('event.door', { communityId, eventId })}
          />
        )
      })}
    </ListGroup>
  )
}
