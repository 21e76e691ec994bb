import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { SEARCH_MAX } from '../../../../types/help-rules'
import { FloatingAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListBody } from '../../../components/ListBody'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { SearchField } from '../../../components/SearchField'
import { Segmented } from '../../../components/Segmented'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { t, useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { EmptyStanding } from './empty-standing'
import './index.scss'
import { StandingCard } from './standing-card'

type View = 'all' | 'mine'

/** What members can always help with; a request can begin from any of it. */
export default function Standing() {
  useT()
  const communityId = useCommunityId()
  const [view, setView] = useState<View>('all')
  const [search, setSearch] = useState('')
  const isMine = view === 'mine'
  const pages = usePages(
    'help.listStanding',
    communityId
      ? {
          communityId,
          ...(isMine ? { mine: true } : {}),
          ...(search === '' ? {} : { search }),
        }
      : null,
  )
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))

  if (!communityId || error?.code === 'not_member') {
    return <Page title={t('help.standingTitle')} empty={<JoinFirst communityId={communityId} />} />
  }
  return (
    <Page title={t('help.standingTitle')} lead={t('help.standingLead')}>
      <Segmented<View>
        label={t('help.views')}
        value={view}
        options={[
          { value: 'all', label: t('help.standingAll') },
          { value: 'mine', label: t('help.standingMine') },
        ]}
        onChange={setView}
      />
      <SearchField
        label={t('help.standingSearch')}
        placeholder={t('help.standingSearchExample')}
        maxLength={SEARCH_MAX}
        value={search}
        onChange={setSearch}
      />
      <ListBody {...{ items, error }} onRetry={() => void refresh()}>
        {items?.length === 0 && (
          <EmptyStanding
            isMine={isMine}
            isSearched={search !== ''}
            onAll={() => setSearch('')}
            communityId={communityId}
          />
        )}
        <LongList
          items={items ?? []}
          keyOf={({ standingId }) => standingId}
          render={(offer) => <StandingCard offer={offer} communityId={communityId} />}
        />
        <MoreFoot
          {...{ hasMore, isLoadingMore }}
          onMore={loadMore}
          isLong={(items?.length ?? 0) > 8}
        />
      </ListBody>
      <FloatingAction
        text={t('help.standingNew')}
        onClick={() => void navigate('help.standingEdit', { communityId })}
      />
    </Page>
  )
}
