import { ListGroup, ListRow } from '../../components/ListRow'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

/** For those with the duty: the books and the adjustments. */
export function Managing({ communityId }: { communityId: string }) {
  return (
    <ListGroup title={t('points.manageTitle')}>
      <ListRow
        icon="book"
        title={t('points.booksTitle')}
        onClick={() => void navigate('points.books', { communityId })}
      />
      <ListRow
        icon="edit"
        title={t('points.adjustmentsTitle')}
        onClick={() => void navigate('points.adjustments', { communityId })}
      />
    </ListGroup>
  )
}
