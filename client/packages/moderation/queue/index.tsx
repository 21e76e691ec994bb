import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Segmented } from '../../../components/Segmented'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { Approved } from './approved'
import { CaseCard } from './case-card'
import './index.scss'
import { Many } from './many'
import { useQueue } from './use-queue'
import { VerdictFoot } from './verdict-foot'

type Look = 'waiting' | 'approved'

/** What screening stopped: one at a time, decided with one tap, the next by itself; or several together. */
export default function Queue() {
  const communityId = useCommunityId()
  const [look, setLook] = useState<Look>('waiting')
  const [isMany, setMany] = useState(false)
  if (!communityId) return <NoCommunity title={t('moderation.queueTitle')} />
  const views = (
    <Segmented<Look>
      value={look}
      label={t('moderation.viewLabel')}
      options={[
        { value: 'waiting', label: t('moderation.viewWaiting') },
        { value: 'approved', label: t('moderation.viewApproved') },
      ]}
      onChange={setLook}
    />
  )
  if (look === 'waiting' && isMany) {
    return <Many communityId={communityId} views={views} onEnd={() => setMany(false)} />
  }
  if (look === 'waiting') {
    return <Waiting communityId={communityId} views={views} onMany={() => setMany(true)} />
  }
  return (
    <Page title={t('moderation.queueTitle')}>
      {views}
      <Approved communityId={communityId} />
    </Page>
  )
}

interface WaitingProps {
  communityId: string
  views: React.ReactNode
  onMany: () => void
}

function Waiting({ communityId, views, onMany }: WaitingProps) {
  const queue = useQueue(communityId)
  const timeZone = useTimeZone(communityId)
  const { found, caseId } = queue
  return (
    <Page
      title={t('moderation.queueTitle')}
      aside={
        found && (
          <Button kind="quiet" small onClick={onMany}>
            {t('common.selectMany')}
          </Button>
        )
      }
      footer={found && <VerdictFoot found={found} communityId={communityId} queue={queue} />}
    >
      {views}
      <Problem
        error={queue.error}
        communityId={communityId}
        busy={queue.busy}
        onRetry={queue.next}
      />
      {caseId === undefined && !queue.error && <Skeleton shape="card" count={1} />}
      {caseId === null && (
        <Empty
          picture="empty-inbox"
          title={t('moderation.empty')}
          text={t('moderation.emptyText')}
          action={{ text: t('moderation.nextOne'), onClick: queue.next, busy: queue.busy }}
        />
      )}
      {found && (
        <View key={found.caseId} className="review review--footed">
          <CaseCard found={found} timeZone={timeZone} />
        </View>
      )}
    </Page>
  )
}
