import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import { Gone, isGone } from '../parts/gone'
import { draftOf, NEW_ITEM } from './draft'
import { ItemForm } from './item-form'

/** A new item, or one to be corrected. */
export default function Edit() {
  useT()
  const communityId = useCommunityId()
  const { itemId } = useParams('store.edit')
  const {
    data: item,
    error,
    refresh,
  } = useRead('store.getItem', communityId && itemId ? { communityId, itemId } : null)
  if (!communityId || isGone(error))
    return <Gone what="item" communityId={communityId} error={error} />
  if (itemId && !item) {
    return (
      <Page
        title={t('store.editItem')}
        loading={!error}
        skeleton={<Skeleton shape="form" count={5} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return (
    <ItemForm
      // Saved by somebody else meanwhile: the form begins anew with what stands now.
      key={item ? `${item.itemId} ${item.revision}` : 'new'}
      communityId={communityId}
      item={item ?? null}
      initial={item ? draftOf(item) : NEW_ITEM}
    />
  )
}
