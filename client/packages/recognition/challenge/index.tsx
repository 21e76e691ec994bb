import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { JoinFirst } from '../../../components/JoinFirst'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import { Diary } from './diary'
import { Foot } from './foot'
import { Head } from './head'
import './index.scss'
import { Ranking } from './ranking'

const VIEWS = ['diary', 'ranking'] as const

/** One challenge: what it is, how I stand, what others write, and who is how far. */
export default function Challenge() {
  useT()
  const communityId = useCommunityId()
  const { challengeId } = useParams('recognition.challenge')
  if (!communityId || !challengeId) return <NoCommunity title={t('recognition.challenge')} />
  return <Known key={challengeId} ids={{ communityId, challengeId }} />
}

function Known({ ids }: { ids: { communityId: string; challengeId: string } }) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('diary')
  const timeZone = useTimeZone(ids.communityId)
  const { data, error, refresh } = useRead('challenge.get', ids)
  const entries = usePages('challenge.listEntries', { ...ids, of: 'all' })
  const ranked = usePages('challenge.listRanking', view === 'ranking' ? ids : null)
  useReachBottom(() => (view === 'diary' ? entries : ranked).loadMore())
  usePullDownRefresh(() => {
    void Promise.all([refresh(), entries.refresh()]).finally(() => Taro.stopPullDownRefresh())
  })
  if (error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={ids.communityId} />} />
  }
  return (
    <Page
      {...(data ? { title: data.title } : {})}
      loading={!data && !error}
      skeleton={<Skeleton count={2} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={data && <Foot ids={ids} challenge={data} />}
    >
      {data && (
        <>
          <Head ids={ids} challenge={data} />
          <View className="challenge__views">
            <Segmented
              label={data.title}
              value={view}
              options={VIEWS.map((value) => ({ value, label: t(`recognition.${value}`) }))}
              onChange={setView}
            />
          </View>
          {view === 'diary' ? (
            <Diary pages={entries} timeZone={timeZone} />
          ) : (
            <Ranking pages={ranked} needed={data.daysNeeded} />
          )}
        </>
      )}
    </Page>
  )
}
