import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { AdjustmentCard } from './adjustment-card'
import './index.scss'

const VIEWS = ['pending', 'settled'] as const
/** A list is worth an end mark from here. */
const LONG = 8

/** Adjustments that wait for a second person, and those that are settled. */
export default function Adjustments() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const [view, setView] = useState<(typeof VIEWS)[number]>('pending')
  const list = usePages('points.listAdjustments', communityId ? { communityId, view } : null)
  const rules = useRead('points.getRules', communityId ? { communityId } : null)
  useReachBottom(list.loadMore)
  const { items, error } = list
  if (!communityId) return <NoCommunity title={t('points.adjustmentsTitle')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  const max = rules.data?.rules.adjustAloneMax
  return (
    <Page
      title={t('points.adjustmentsTitle')}
      {...(max === undefined ? {} : { lead: t('points.adjustmentsLead', { max }) })}
      error={error}
      hasContent={Boolean(items)}
      onRetry={() => void list.refresh()}
      loading={!items && !error}
      footer={
        <FixedAction>
          <Button full icon="edit" onClick={() => void navigate('points.member', { communityId })}>
            {t('points.adjust')}
          </Button>
        </FixedAction>
      }
    >
      <Segmented
        label={t('points.viewLabel')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`points.${value}`) }))}
        onChange={setView}
      />
      {items?.length === 0 && (
        <Empty
          picture="done"
          title={t(view === 'pending' ? 'points.nonePending' : 'points.noneSettled')}
          text={t('points.noneText')}
        />
      )}
      {items?.map((adjustment) => (
        <AdjustmentCard
          key={adjustment.adjustmentId}
          communityId={communityId}
          adjustment={adjustment}
          timeZone={timeZone}
        />
      ))}
      {items && items.length > 0 && (
        <MoreFoot
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.loadMore}
          isLong={items.length > LONG}
        />
      )}
    </Page>
  )
}
