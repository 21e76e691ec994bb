import { ListGroup, ListRow } from '../../components/ListRow'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

/** What points are good for, what was had for them, and what the community takes on together. */
export function StoreRows({ communityId }: { communityId: string }) {
  return (
    <ListGroup>
      <ListRow
        icon="trophy"
        title={t('recognition.challenges')}
        note={t('recognition.challengesLead')}
        onClick={() => void navigate('recognition.challenges', { communityId })}
      />
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
