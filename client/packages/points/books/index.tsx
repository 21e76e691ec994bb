import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { ReconciliationResult } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { lookUp, t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { revealTop } from '../../../services/reveal'
import './index.scss'

/** What was issued, spent, expired and is outstanding, and what the last check of the books found. */
export default function Books() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const { data, error, refresh } = useRead('points.getBooks', communityId ? { communityId } : null)
  const starting = useWrite('points.startReconciliation', ['points.getBooks'])
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  if (!communityId) return <NoCommunity title={t('points.booksTitle')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  const start = async () => {
    const { ok } = await starting.run({ communityId })
    if (ok) toast(t('points.checkStarted'), { kind: 'done' })
    else revealTop()
  }
  return (
    <Page
      title={t('points.booksTitle')}
      lead={t('points.booksLead')}
      loading={!data && !error}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={
        data && (
          <FixedAction
            {...(data.running
              ? { note: t('points.checking', { accounts: data.running.accounts }) }
              : {})}
          >
            <Button
              full
              kind="secondary"
              icon="refresh"
              disabled={data.running !== null}
              busy={starting.busy}
              onClick={() => void start()}
            >
              {t('points.checkNow')}
            </Button>
          </FixedAction>
        )
      }
    >
      <Problem
        error={starting.error}
        communityId={communityId}
        busy={starting.busy}
        onRetry={() => void start()}
      />
      {data?.last && <Result last={data.last} timeZone={timeZone} />}
      {data && !data.last && (
        <Card>
          <View className="books__verdict">{t('points.neverCounted')}</View>
          <View className="books__words">{t('points.neverCountedText')}</View>
        </Card>
      )}
    </Page>
  )
}

function Result({ last, timeZone }: { last: ReconciliationResult; timeZone: string }) {
  const { totals, differences, differencesCount, countedTo } = last
  const isSound = differencesCount === 0
  return (
    <>
      <Card {...(isSound ? {} : { tone: 'crimson' as const })}>
        <Tag tone={isSound ? 'jade' : 'crimson'} icon={isSound ? 'done' : 'danger'}>
          {isSound ? t('points.sound') : t('points.unsound', { count: differencesCount })}
        </Tag>
        <View className="books__words">
          {t(isSound ? 'points.soundText' : 'points.unsoundText')}
        </View>
        <View className="books__note">
          {t('points.countedTo', { when: inFull(countedTo, timeZone) })} ·{' '}
          {t('points.counted', { accounts: totals.accounts, transfers: totals.transfers })}
        </View>
      </Card>
      {differences.length > 0 && (
        <ListGroup>
          {differences.map(({ kind, subject, owner }) => (
            <ListRow
              key={`${kind} ${subject}`}
              icon="danger"
              title={lookUp('points', `differ_${kind}`)}
              note={owner?.nickname ?? subject}
            />
          ))}
        </ListGroup>
      )}
      <ListGroup>
        <ListRow title={t('points.issued')} value={figure(totals.issued)} />
        <ListRow
          title={t('points.outstanding')}
          note={t('points.ofWhichHeld', { held: totals.held })}
          value={figure(totals.outstanding)}
        />
        <ListRow title={t('points.spent')} value={figure(totals.spent)} />
        <ListRow title={t('points.expired')} value={figure(totals.expired)} />
      </ListGroup>
    </>
  )
}

const figure = (amount: number) => <View className="books__figure">{amount}</View>
