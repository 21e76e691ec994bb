import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import type { ListedCase } from '../../../../types/moderation'
import { BatchLeft } from '../../../components/BatchLeft'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { MoreFoot } from '../../../components/MoreFoot'
import { Page } from '../../../components/Page'
import { PickBox } from '../../../components/PickBox'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import type { Left } from '../../../hooks/use-batch'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { FieldTexts } from './field-texts'
import { Flags } from './flags'
import { ManyFoot } from './many-foot'

interface Props {
  communityId: string
  views: ReactNode
  onEnd: () => void
}

/** All that waits, in full, so that what is clear at a glance is decided together. */
export function Many({ communityId, views, onEnd }: Props) {
  const list = usePages('moderation.listCases', { communityId, state: 'open' })
  const timeZone = useTimeZone(communityId)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [settled, setSettled] = useState<readonly string[]>([])
  const [left, setLeft] = useState<readonly Left[]>([])
  useReachBottom(list.loadMore)

  // What was just decided is gone at once; the list itself is asked anew meanwhile.
  const shown = list.items?.filter((item) => !settled.includes(keyOf(item)))
  const free = shown?.filter((item) => aloneFor(item) === null) ?? []
  const toggle = (key: string) =>
    setChosen(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
  return (
    <Page
      title={t('moderation.queueTitle')}
      lead={t('moderation.manyLead')}
      aside={
        <Button kind="quiet" small onClick={onEnd}>
          {t('moderation.oneByOne')}
        </Button>
      }
      footer={
        free.length > 0 && (
          <ManyFoot
            communityId={communityId}
            chosen={free.filter((item) => chosen.includes(keyOf(item)))}
            all={free}
            onChooseAll={() => setChosen(free.map(keyOf))}
            onSettled={(items, undone) => {
              setSettled((before) => [...before, ...items.map(keyOf)])
              setChosen([])
              setLeft(undone)
            }}
            onUndone={() => {
              setSettled([])
              void list.refresh()
            }}
          />
        )
      }
    >
      {views}
      <BatchLeft left={left} onClose={() => setLeft([])} />
      {list.error && (
        <ErrorRetry
          inline={Boolean(shown)}
          error={list.error}
          onRetry={() => void list.refresh()}
        />
      )}
      {!shown && !list.error && <Skeleton shape="card" count={3} />}
      {shown?.length === 0 && !list.hasMore && (
        <Empty
          picture="empty-inbox"
          title={t('moderation.empty')}
          text={t('moderation.emptyText')}
        />
      )}
      <View className="review review--footed">
        {shown?.map((item) => (
          <ManyCard
            key={keyOf(item)}
            item={item}
            timeZone={timeZone}
            picked={chosen.includes(keyOf(item))}
            onPick={() => toggle(keyOf(item))}
          />
        ))}
        <MoreFoot
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.loadMore}
          isLong={(shown?.length ?? 0) > 8}
        />
      </View>
    </Page>
  )
}

/** A corrected case is another thing to decide about. */
const keyOf = ({ caseId, revision }: ListedCase) => `${caseId} ${revision}`

/** Why a case is looked at by itself; null when it may be decided among others. */
function aloneFor({ own, claim, pictureCount, flags }: ListedCase) {
  if (own) return 'own' as const
  if (claim === 'other') return 'claimed' as const
  if (pictureCount > 0) return 'pictures' as const
  return flags.some(({ reason }) => reason === 'sensitive') ? ('sensitive' as const) : null
}

interface CardProps {
  item: ListedCase
  timeZone: string
  picked: boolean
  onPick: () => void
}

function ManyCard({ item, timeZone, picked, onPick }: CardProps) {
  const { kind, author, excerpt, flags, submittedAt, texts } = item
  const alone = aloneFor(item)
  return (
    <Card className="review__past-case">
      <View className="review__line">
        {alone === null && <PickBox label={excerpt} picked={picked} onPick={onPick} />}
        <Tag>{t(`moderation.kind_${kind}`)}</Tag>
        <View className="review__by">{author.nickname}</View>
        <View className="review__ago">{ago(submittedAt, timeZone)}</View>
      </View>
      <Flags flags={flags} />
      <FieldTexts texts={texts} flags={flags} />
      {alone && <View className="review__claim">{t(`moderation.alone_${alone}`)}</View>}
    </Card>
  )
}
