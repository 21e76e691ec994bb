import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import {
  AUDIT_ACTIONS,
  AUDIT_KINDS,
  type AuditEntryView,
  type AuditKind,
} from '../../../../types/audit'
import { ROLES } from '../../../../types/community'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { FilterChips } from '../../../components/FilterChips'
import type { IconName } from '../../../components/Icon'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { lookUp, t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { ChainCard } from './chain-card'
import './index.scss'

const ICONS: Record<AuditKind, IconName> = {
  entry: 'join',
  roles: 'shield',
  rules: 'rules',
  community: 'group',
  content: 'hidden',
  points: 'points',
  events: 'calendar',
}

/** A list is worth an end mark from here. */
const LONG = 10

/** Who did what and when, as readable sentences, and whether the log is as it was written. */
export default function Audit() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const [kind, setKind] = useState<AuditKind | null>(null)
  const list = usePages(
    'audit.list',
    communityId ? { communityId, ...(kind ? { kind } : {}) } : null,
  )
  useReachBottom(list.loadMore)
  if (!communityId) return <NoCommunity title={t('audit.title')} />
  const entries = list.items
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <ChainCard communityId={communityId} timeZone={timeZone} />
      <View className="audit__filter">
        <FilterChips<AuditKind | null>
          value={kind}
          label={t('audit.kindLabel')}
          options={[
            { value: null, label: t('audit.all') },
            ...AUDIT_KINDS.map((value) => ({
              value,
              label: t(`audit.kind_${value}`),
              icon: ICONS[value],
            })),
          ]}
          onChange={setKind}
        />
      </View>
      {list.error && (
        <ErrorRetry
          inline={Boolean(entries)}
          error={list.error}
          onRetry={() => void list.refresh()}
        />
      )}
      {!entries && !list.error && <Skeleton shape="row" count={6} />}
      {entries?.length === 0 && (
        <Empty picture="empty-inbox" title={t('audit.empty')} text={t('audit.emptyText')} />
      )}
      {entries && entries.length > 0 && (
        <ListGroup>
          <LongList
            items={entries}
            keyOf={({ entryId }) => entryId}
            render={(entry) => <Entry entry={entry} timeZone={timeZone} />}
          />
        </ListGroup>
      )}
      <MoreFoot
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.loadMore}
        isLong={(entries?.length ?? 0) > LONG}
      />
    </Page>
  )
}

function Entry({ entry, timeZone }: { entry: AuditEntryView; timeZone: string }) {
  const { actor, actorRole, action, params, at, seq } = entry
  return (
    <ListRow
      icon={ICONS[AUDIT_ACTIONS[action]]}
      title={
        <View className="audit__sentence">
          {actor} {lookUp('auditActs', action, inWords(params))}
        </View>
      }
      note={
        <>
          {params.reason !== undefined && <View className="audit__reason">“{params.reason}”</View>}
          <View className="audit__foot">
            {t(`community.${actorRole}`)} · {inFull(at, timeZone)} ·{' '}
            {seq === null ? t('audit.waiting') : t('audit.number', { seq })}
          </View>
        </>
      }
    />
  )
}

/** Roles are kept by their keys and read by their names. */
const inWords = (params: AuditEntryView['params']) =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      const role =
        key === 'role' || key === 'before' ? ROLES.find((known) => known === value) : null
      return [key, role ? t(`community.${role}`) : value]
    }),
  )
