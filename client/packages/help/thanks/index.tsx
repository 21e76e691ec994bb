import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { ThanksNote } from './thanks-note'

/** Every help that was thanked for, newest first. */
export default function Thanks() {
  const t = useT()
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const pages = usePages('help.listThanks', communityId ? { communityId } : null)
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))

  if (!communityId || error?.code === 'not_member') {
    return <Page title={t('help.wallTitle')} empty={<JoinFirst communityId={communityId} />} />
  }
  return (
    <Page
      title={t('help.wallTitle')}
      lead={t('help.wallLead')}
      loading={!items && !error}
      skeleton={<Skeleton count={4} />}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void refresh()}
      empty={
        items?.length === 0 && (
          <Empty
            picture="thanks"
            title={t('help.wallEmpty')}
            text={t('help.wallEmptyText')}
            action={{ text: t('help.seeOpen'), onClick: () => void navigate('help') }}
          />
        )
      }
    >
      <LongList
        items={items ?? []}
        keyOf={({ thanksId }) => thanksId}
        render={(thanks) => (
          <ThanksNote
            thanks={thanks}
            timeZone={timeZone}
            onOpen={() =>
              void navigate('help.request', { communityId, requestId: thanks.requestId })
            }
          />
        )}
      />
      <MoreFoot
        {...{ hasMore, isLoadingMore }}
        onMore={loadMore}
        isLong={(items?.length ?? 0) > 8}
      />
    </Page>
  )
}
