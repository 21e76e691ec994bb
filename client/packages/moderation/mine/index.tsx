import { useReachBottom } from '@tarojs/taro'
import type { CaseSummary } from '../../../../types/moderation'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { navigate } from '../../../services/navigate'
import { STATE_TONES } from '../parts/tones'

/** A list is worth an end mark from here. */
const LONG = 10

/** What of one's own was stopped, and what became of it. */
export default function Mine() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const list = usePages('moderation.listMine', communityId ? { communityId } : null)
  useReachBottom(list.loadMore)
  if (!communityId) return <NoCommunity title={t('moderation.mineTitle')} />
  const { items, error } = list
  return (
    <Page title={t('moderation.mineTitle')} lead={t('moderation.mineLead')}>
      {error && (
        <ErrorRetry inline={Boolean(items)} error={error} onRetry={() => void list.refresh()} />
      )}
      {!items && !error && <Skeleton shape="row" count={5} />}
      {items?.length === 0 && (
        <Empty
          picture="empty-inbox"
          title={t('moderation.mineEmpty')}
          text={t('moderation.mineEmptyText')}
          action={{
            text: t('moderation.policyTitle'),
            onClick: () => void navigate('moderation.policy', { communityId }),
          }}
        />
      )}
      {items && items.length > 0 && (
        <ListGroup>
          {items.map((item) => (
            <Row key={item.caseId} item={item} {...{ communityId, timeZone }} />
          ))}
        </ListGroup>
      )}
      <MoreFoot
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.loadMore}
        isLong={(items?.length ?? 0) > LONG}
      />
    </Page>
  )
}

function Row(props: { item: CaseSummary; communityId: string; timeZone: string }) {
  const { item, communityId, timeZone } = props
  const { caseId, kind, state, excerpt, submittedAt } = item
  return (
    <ListRow
      title={excerpt}
      note={`${t(`moderation.kind_${kind}`)} · ${ago(submittedAt, timeZone)}`}
      value={<Tag tone={STATE_TONES[state]}>{t(`moderation.state_${state}`)}</Tag>}
      onClick={() => void navigate('moderation.case', { communityId, caseId })}
    />
  )
}
