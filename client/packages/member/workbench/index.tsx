import { View } from '@tarojs/components'
import { useState } from 'react'
import { WORK_COUNTED_MAX, type WorkItem, type WorkKind } from '../../../../types/workbench'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { FilterChips } from '../../../components/FilterChips'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { RemindMe } from '../../../components/RemindMe'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { LOOKS } from './looks'

/** Everything that waits for this person's duties, in one list, decided where it stands. */
export default function Workbench() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const [kind, setKind] = useState<WorkKind | null>(null)
  const [settled, setSettled] = useState<readonly string[]>([])
  const { data, error, refresh } = useRead('workbench.list', communityId ? { communityId } : null)
  if (!communityId) return <NoCommunity title={t('workbench.title')} />

  // What was just decided makes room for the next at once; the list is asked anew meanwhile.
  const waiting = data?.items.filter((item) => !settled.includes(keyOf(item))) ?? []
  const shown = waiting.filter((item) => kind === null || item.kind === kind)
  const kinds = data?.counts.filter(({ count }) => count > 0) ?? []
  return (
    <Page
      title={t('workbench.title')}
      lead={t('workbench.lead')}
      loading={!data && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      {...(data && shown.length === 0 ? { empty: <AllDone /> } : {})}
    >
      <RemindMe topics={['work']}>{t('remind.why_work')}</RemindMe>
      {kinds.length > 1 && (
        <View className="work__filter">
          <FilterChips<WorkKind | null>
            value={kind}
            label={t('workbench.kindLabel')}
            options={[
              { value: null, label: t('workbench.all') },
              ...kinds.map((entry) => ({
                value: entry.kind,
                icon: LOOKS[entry.kind].icon,
                label: t('workbench.count', {
                  kind: t(`workbench.kind_${entry.kind}`),
                  count: entry.count < WORK_COUNTED_MAX ? entry.count : t('workbench.more'),
                }),
              })),
            ]}
            onChange={setKind}
          />
        </View>
      )}
      {shown.map((item, index) => (
        <WorkCard
          key={keyOf(item)}
          communityId={communityId}
          item={item}
          timeZone={timeZone}
          isNext={index === 0}
          onSettled={() => setSettled((before) => [...before, keyOf(item)])}
          onUndone={() => setSettled((before) => before.filter((key) => key !== keyOf(item)))}
        />
      ))}
    </Page>
  )
}

/** What was corrected meanwhile is another thing to decide about. */
const keyOf = ({ kind, itemId, params }: WorkItem) => `${kind} ${itemId} ${params.revision ?? ''}`

interface CardProps {
  communityId: string
  item: WorkItem
  timeZone: string
  isNext: boolean
  onSettled: () => void
  onUndone: () => void
}

function WorkCard({ communityId, item, timeZone, ...acts }: CardProps) {
  const { Decision, icon, open, titleOf } = LOOKS[item.kind]
  return (
    <Card
      {...(item.urgency === 'normal' ? {} : { tone: 'amber' as const })}
      slip={
        <View className="work__acts">
          {Decision ? (
            <Decision communityId={communityId} item={item} {...acts} />
          ) : (
            <Button kind="secondary" onClick={() => open(communityId, item)}>
              {t('workbench.open')}
            </Button>
          )}
        </View>
      }
    >
      <View className="work__head" onClick={() => open(communityId, item)}>
        <Tag icon={icon} tone="indigo">
          {t(`workbench.kind_${item.kind}`)}
        </Tag>
        {item.urgency !== 'normal' && (
          <Tag tone="persimmon" icon="urgent">
            {t(`workbench.${item.urgency}`)}
          </Tag>
        )}
        <View className="work__when">
          {t('workbench.waited', { time: ago(item.since, timeZone) })}
        </View>
      </View>
      <View className="work__title">{titleOf?.(item) ?? item.title}</View>
      {item.words !== '' && <View className="work__words">{item.words}</View>}
    </Card>
  )
}

function AllDone() {
  return (
    <Empty
      picture="done"
      title={t('workbench.empty')}
      text={t('workbench.emptyText')}
      action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
    />
  )
}
