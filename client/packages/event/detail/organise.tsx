import { View } from '@tarojs/components'
import type { EventDetail, EventStep } from '../../../../types/event'
import { Card } from '../../../components/Card'
import { EventDecision } from '../../../components/EventDecision'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import type { EventIds } from '../parts/ids'
import type { OpenSheet } from './sheet'

interface Props {
  ids: EventIds
  event: EventDetail
  onSheet: (sheet: OpenSheet) => void
}

/** What organisers, stewards and those who approve find on the page; nothing for others. */
export function Organise({ ids, event, onSheet }: Props) {
  const may = (step: EventStep) => event.steps.includes(step)
  const hasRows = may('manage') || may('runDoor') || may('edit') || may('publishRecap')
  return (
    <>
      {may('decide') && <Decision {...ids} />}
      {hasRows && (
        <ListGroup title={t('event.forOrganiser')}>
          {may('runDoor') && (
            <ListRow
              icon="scan"
              title={t('event.runDoor')}
              onClick={() => void navigate('event.door', ids)}
            />
          )}
          {may('manage') && (
            <ListRow
              icon="group"
              title={t('event.manage')}
              onClick={() => void navigate('event.manage', ids)}
            />
          )}
          {may('publishRecap') && (
            <ListRow
              icon="book"
              title={t('event.writeRecap')}
              onClick={() => void navigate('event.after', ids)}
            />
          )}
          {may('edit') && (
            <ListRow
              icon="edit"
              title={t('event.edit')}
              onClick={() => void navigate('event.edit', ids)}
            />
          )}
          {may('manage') && (
            <ListRow
              icon="copy"
              title={t('event.copy')}
              onClick={() => void navigate('event.edit', { ...ids, copy: 'yes' })}
            />
          )}
          {may('cancel') && (
            <ListRow icon="close" title={t('event.cancel')} onClick={() => onSheet('cancel')} />
          )}
        </ListGroup>
      )}
    </>
  )
}

const Decision = ({ communityId, eventId }: EventIds) => (
  <Card tone="amber">
    <View className="event-decide">{t('event.decideNote')}</View>
    <View className="event-decide__acts">
      <EventDecision communityId={communityId} eventId={eventId} isMain />
    </View>
  </Card>
)
