import type { OrderDetail } from '../../../../types/store'
import { Avatar } from '../../../components/Avatar'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { t } from '../../../i18n'
import { ago, inFull } from '../../../i18n/time'

/** What there is to know of an order, and who has seen what it keeps. */
export function Facts({ order, timeZone }: { order: OrderDetail; timeZone: string }) {
  const { kind, price, state, dueAt, pickupWhere, shipping, reason, usedAt, seenBy } = order
  const due = dueAt && inFull(dueAt, timeZone)
  return (
    <>
      <ListGroup>
        <ListRow title={t('store.price')} value={t('store.points', { price })} />
        {pickupWhere !== '' && <ListRow title={t('store.where')} note={pickupWhere} />}
        {due && (
          <ListRow
            title={t(state === 'reserved' ? 'store.dueBy' : 'store.receivedBy', { when: due })}
          />
        )}
        {shipping && <ListRow title={t('store.shipping', { words: shipping })} />}
        {reason && <ListRow title={t('store.reason', { reason })} />}
        {kind === 'privilege' && (
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
