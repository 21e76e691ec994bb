import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { CaseSummary } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { MoreFoot } from '../../../components/MoreFoot'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { usePages } from '../../../hooks/use-pages'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGES, type Decision } from './use-queue'
import { VerdictSheet } from './verdict-sheet'

/** What was approved, and the way to take it away after all. */
export function Approved({ communityId }: { communityId: string }) {
  const list = usePages('moderation.listCases', { communityId, state: 'approved' })
  const decision = useWrite('moderation.decide', CHANGES)
  const [asked, setAsked] = useState<CaseSummary | null>(null)
  useReachBottom(list.loadMore)

  async function remove({ caseId, revision }: CaseSummary, made: Decision) {
    const result = await decision.run({ communityId, caseId, revision, ...made })
    if (!result.ok) return
    setAsked(null)
    toast(t('moderation.didRemove'), { kind: 'done' })
  }

  const { items, error } = list
  return (
    <View className="review">
      {error && (
        <ErrorRetry inline={Boolean(items)} error={error} onRetry={() => void list.refresh()} />
      )}
      {!items && !error && <Skeleton shape="card" count={3} />}
      {items?.length === 0 && <Empty picture="empty-inbox" title={t('moderation.emptyApproved')} />}
      {items?.map((item) => (
        <Card key={item.caseId} className="review__past-case">
          <Tag>{t(`moderation.kind_${item.kind}`)}</Tag>
          <View className="review__text">{item.excerpt}</View>
          <Button kind="danger" small onClick={() => setAsked(item)}>
            {t('moderation.remove')}
          </Button>
        </Card>
      ))}
      <MoreFoot
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.loadMore}
        isLong={(items?.length ?? 0) > 8}
      />
      {asked && (
        <VerdictSheet
          verdict="remove"
          decision={{ busy: decision.busy, error: decision.error, communityId }}
          onDo={(made) => remove(asked, made)}
          onClose={() => setAsked(null)}
        />
      )}
    </View>
  )
}
