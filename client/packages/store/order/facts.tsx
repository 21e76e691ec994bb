import type { OrderDetail } from '../../../../types/store'
import { Avatar } from '../../../components/Avatar'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { t } from '../../../i18n'
import { ago, inFull } from '../../../i18n/time'

/** What there is to know of an order, and who has seen what it keeps. */
export function Facts({ order, timeZone }: { order: OrderDetail; timeZone: string }) {
  const { privilege, price, pickupWhere, usedAt, seenBy } = order
  return (
    <>
      <ListGroup>
        <ListRow title={t('store.price')} value={t('store.points', { price })} />
        {pickupWhere !== '' && <ListRow title={t('store.where')} note={pickupWhere} />}
        {privilege === 'profileFrame' && <ListRow title={t('store.framesOpen')} />}
        {(privilege === 'makeUpCard' || privilege === 'seatCard') && (
          <ListRow
            title={
              usedAt
                ? t('store.usedAt', { when: inFull(usedAt, timeZone, 'day') })
                : t('store.unused')
            }
          />
        )}
      </ListGroup>
      {seenBy.length > 0 && (
        <ListGroup title={t('store.seenBy')}>
          {seenBy.map(({ person, at }) => (
            <ListRow
              key={`${person.memberId} ${at}`}
              picture={<Avatar id={person.avatar} size="small" />}
              title={person.nickname}
              value={ago(at, timeZone)}
            />
          ))}
        </ListGroup>
      )}
    </>
  )
}
