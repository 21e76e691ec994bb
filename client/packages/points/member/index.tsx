import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Avatar } from '../../../components/Avatar'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import { Adjusting } from './adjusting'
import './index.scss'
import { MemberStatement } from './member-statement'

/** One member's statement and the way to adjust it; first of all, whose. */
export default function MemberPoints() {
  const communityId = useCommunityId()
  const { memberId: given } = useParams('points.member')
  const [chosen, setChosen] = useState<string | null>(given ?? null)
  if (!communityId) return <NoCommunity title={t('points.chooseTitle')} />
  if (chosen === null) return <Choose communityId={communityId} onChoose={setChosen} />
  return <OneMember key={chosen} communityId={communityId} memberId={chosen} />
}

function Choose({
  communityId,
  onChoose,
}: {
  communityId: string
  onChoose: (memberId: string) => void
}) {
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = usePages('member.list', {
    communityId,
  })
  useReachBottom(loadMore)
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  return (
    <Page
      title={t('points.chooseTitle')}
      loading={!items && !error}
      skeleton={<Skeleton shape="row" count={6} />}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void refresh()}
    >
      {items && items.length > 0 && (
        <ListGroup>
          {items.map(({ memberId, nickname, avatar }) => (
            <ListRow
              key={memberId}
              title={nickname}
              picture={<Avatar id={avatar} />}
              onClick={() => onChoose(memberId)}
            />
          ))}
        </ListGroup>
      )}
      <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={false} />
    </Page>
  )
}

function OneMember({ communityId, memberId }: { communityId: string; memberId: string }) {
  const { data, error, refresh } = useRead('member.getProfile', { communityId, memberId })
  const pages = usePages('points.listStatement', { communityId, memberId })
  const rules = useRead('points.getRules', { communityId })
  useReachBottom(pages.loadMore)
  return (
    <Page
      {...(data ? { title: t('points.memberTitle', { name: data.nickname }) } : {})}
      loading={!data && !error}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
    >
      {data && rules.data && (
        <Adjusting
          communityId={communityId}
          memberId={memberId}
          aloneMax={rules.data.rules.adjustAloneMax}
        />
      )}
      {pages.error && (
        <ErrorRetry inline error={pages.error} onRetry={() => void pages.refresh()} />
      )}
      <MemberStatement communityId={communityId} pages={pages} />
    </Page>
  )
}
