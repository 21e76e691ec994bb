import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { type Application, LISTED_STATES } from '../../../../types/entry'
import { BatchLeft } from '../../../components/BatchLeft'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { Skeleton } from '../../../components/Skeleton'
import type { Left } from '../../../hooks/use-batch'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import type { CallError } from '../../../services/call'
import { navigate } from '../../../services/navigate'
import { ApplicationCard } from './application-card'
import { BatchFoot } from './batch-foot'
import './index.scss'

type State = (typeof LISTED_STATES)[number]

/** A list is worth an end mark from here. */
const LONG = 8

/** What those with the duty decide about, and what was decided. */
export default function Applications() {
  const communityId = useCommunityId()
  const [state, setState] = useState<State>('pending')
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const [settled, setSettled] = useState<readonly string[]>([])
  const list = usePages('entry.listApplications', communityId ? { communityId, state } : null)
  const timeZone = useTimeZone(communityId)
  /** The keys of those picked for one decision; null: one is decided at a time. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [left, setLeft] = useState<readonly Left[]>([])
  useReachBottom(list.loadMore)

  // What was just decided makes room for the next at once; the list itself is asked anew meanwhile.
  const shown =
    state === 'pending' ? list.items?.filter((item) => !settled.includes(keyOf(item))) : list.items
  if (!communityId) return <NoCommunity title={t('entry.listTitle')} />
  const forget = (keys: readonly string[]) =>
    setSettled((before) => before.filter((key) => !keys.includes(key)))
  return (
    <Page
      title={t('entry.listTitle')}
      aside={
        state === 'pending' && (shown?.length ?? 0) > 1 ? (
          <Button kind="quiet" small onClick={() => setChosen(chosen ? null : [])}>
            {t(chosen ? 'common.cancel' : 'common.selectMany')}
          </Button>
        ) : undefined
      }
      footer={
        chosen &&
        shown && (
          <BatchFoot
            communityId={communityId}
            chosen={shown.filter((item) => chosen.includes(keyOf(item)))}
            all={shown.filter(({ own }) => !own)}
            onChooseAll={(items) => setChosen(items.map(keyOf))}
            onSettled={(items, left) => {
              setSettled((before) => [...before, ...items.map(keyOf)])
              setLeft(left)
              setChosen(null)
            }}
            onUndone={(items) => forget(items.map(keyOf))}
          />
        )
      }
    >
      <Segmented
        value={state}
        options={LISTED_STATES.map((value) => ({ value, label: t(`entry.${value}`) }))}
        onChange={(next) => {
          setRefusal(null)
          setChosen(null)
          setLeft([])
          setState(next)
        }}
        label={t('entry.stateLabel')}
      />
      {refusal && <ErrorRetry inline error={refusal} />}
      <BatchLeft left={left} onClose={() => setLeft([])} />
      {list.error && (
        <ErrorRetry
          inline={Boolean(shown)}
          error={list.error}
          onRetry={() => void list.refresh()}
        />
      )}
      {!shown && !list.error && <Skeleton count={3} />}
      {shown?.length === 0 && !list.hasMore && (
        <NoApplications state={state} communityId={communityId} />
      )}
      {shown?.map((application, index) => (
        <ApplicationCard
          key={keyOf(application)}
          communityId={communityId}
          application={application}
          timeZone={timeZone}
          isNext={index === 0}
          onSettled={() => {
            setRefusal(null)
            setSettled((before) => [...before, keyOf(application)])
          }}
          onUndone={() => forget([keyOf(application)])}
          onRefused={setRefusal}
          {...(chosen && !application.own
            ? {
                picked: chosen.includes(keyOf(application)),
                onPick: () => setChosen(toggled(chosen, keyOf(application))),
              }
            : {})}
        />
      ))}
      {shown && shown.length > 0 && (
        <MoreFoot
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.loadMore}
          isLong={shown.length > LONG}
        />
      )}
    </Page>
  )
}

const toggled = (keys: readonly string[], key: string) =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]

/** A corrected application is another thing to decide about. */
const keyOf = ({ applicationId, revision }: Application) => `${applicationId} ${revision}`

function NoApplications({ state, communityId }: { state: State; communityId: string }) {
  if (state !== 'pending') {
    return (
      <Empty
        picture="empty-inbox"
        title={t(state === 'approved' ? 'entry.noneApproved' : 'entry.noneDeclined')}
        text={t('entry.noneText')}
      />
    )
  }
  return (
    <Empty
      picture="done"
      title={t('entry.nonePending')}
      text={t('entry.nonePendingText')}
      action={{
        text: t('entry.shareCard'),
        onClick: () => void navigate('community.card', { communityId }),
      }}
    />
  )
}
