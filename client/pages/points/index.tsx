import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { CheckInCard } from '../../components/CheckInCard'
import { ErrorRetry } from '../../components/ErrorRetry'
import { JoinFirst } from '../../components/JoinFirst'
import { Page } from '../../components/Page'
import { type Membership, useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { usePages } from '../../hooks/use-pages'
import { useRead } from '../../hooks/use-read'
import { useTimeZone } from '../../hooks/use-time-zone'
import { useT } from '../../i18n'
import { Balance } from './balance'
import { Earning } from './earning'
import './index.scss'
import { Managing } from './managing'
import { Statement } from './statement'
import { StoreRows } from './store-rows'

/** My points in the open community. */
export default function Points() {
  useT()
  const { data: entrance, error, refresh } = useEntrance()
  const membership = useOpenMembership(entrance)
  if (!entrance) return <Page tab loading={!error} error={error} onRetry={() => void refresh()} />
  if (!membership) return <Page tab empty={<JoinFirst communityId={null} />} />
  return <MyPoints key={membership.id} membership={membership} />
}

/** Sections one below the other; the statement is the last, because it has no end. */
function MyPoints({ membership }: { membership: Membership }) {
  const t = useT()
  const communityId = membership.id
  const timeZone = useTimeZone(communityId)
  const { data: mine, error, refresh } = useRead('points.getMine', { communityId })
  const statement = usePages('points.listStatement', { communityId })
  useReachBottom(statement.loadMore)
  usePullDownRefresh(() => {
    void Promise.all([refresh(), statement.refresh()]).finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page
      tab
      leading={<View className="points__community">{membership.name}</View>}
      title={t('points.title')}
      lead={t('points.lead')}
      loading={!mine && !error}
      error={error}
      hasContent={Boolean(mine)}
      onRetry={() => void refresh()}
    >
      {mine && (
        <>
          <Balance mine={mine} communityId={communityId} />
          <CheckInCard communityId={communityId} />
          <StoreRows communityId={communityId} />
          <Earning mine={mine} communityId={communityId} />
          {mine.mayManage && <Managing communityId={communityId} />}
          {statement.error && (
            <ErrorRetry inline error={statement.error} onRetry={() => void statement.refresh()} />
          )}
          <Statement pages={statement} communityId={communityId} timeZone={timeZone} />
        </>
      )}
    </Page>
  )
}
