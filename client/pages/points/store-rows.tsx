import { ListGroup, ListRow } from '../../components/ListRow'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

/** What points are good for, and what was had for them. */
export function StoreRows({ communityId }: { communityId: string }) {
  return (
    <ListGroup>
      <ListRow
        icon="shopping"
        title={t('store.title')}
        note={t('store.lead')}
        onClick={() => void navigate('store.items', { communityId })}
      />
      <ListRow
        icon="package"
        title={t('store.mine')}
        onClick={() => void navigate('store.mine', { communityId })}
      />
    </ListGroup>
  )
}
