import { View } from '@tarojs/components'
import { useState } from 'react'
import { EVENT_VIEWS } from '../../../types/event'
import { EVENT_KINDS, type EventKind } from '../../../types/event-form'
import { Button } from '../../components/Button'
import { kindIcon } from '../../components/EventCard/kind-icon'
import { FilterChips } from '../../components/FilterChips'
import { JoinFirst } from '../../components/JoinFirst'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { type Membership, useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { useT } from '../../i18n'
import { keptDoors } from '../../services/door-queue'
import { navigate } from '../../services/navigate'
import { Doors } from './doors'
import { EventList } from './event-list'
import './index.scss'
import type { EventView } from './views'

/** What the open community plans, and what it has done. */
export default function Events() {
  useT()
  const { data: entrance, error, refresh } = useEntrance()
  const membership = useOpenMembership(entrance)
  if (!entrance) {
    return (
      <Page
        tab
        loading={!error}
        error={error}
        hasContent={keptDoors().length > 0}
        onRetry={() => void refresh()}
      >
        <Doors />
      </Page>
    )
  }
  if (!membership) return <Page tab empty={<JoinFirst communityId={null} />} />
  return <CommunityEvents key={membership.id} membership={membership} />
}

function CommunityEvents({ membership }: { membership: Membership }) {
  const t = useT()
  const [view, setView] = useState<EventView>('upcoming')
  const [kind, setKind] = useState<EventKind | null>(null)
  const mayDecide = membership.duties.includes('approveEvents')
  return (
    <Page
      tab
      leading={<View className="event-board__community">{membership.name}</View>}
      title={t('event.title')}
      lead={t('event.lead')}
    >
      <Doors />
      <Segmented
        label={t('event.views')}
        value={view}
        options={EVENT_VIEWS.filter((value) => value !== 'pending' || mayDecide).map((value) => ({
          value,
          label: t(`event.view_${value}`),
        }))}
        onChange={setView}
      />
      <FilterChips<EventKind | null>
        label={t('event.kinds')}
        value={kind}
        options={[
          { value: null, label: t('event.allKinds') },
          ...EVENT_KINDS.map((value) => ({
            value,
            label: t(`event.kind_${value}`),
            icon: kindIcon[value],
          })),
        ]}
        onChange={setKind}
      />
      <EventList
        key={`${view} ${kind}`}
        communityId={membership.id}
        view={view}
        kind={kind}
        onView={setView}
        onAllKinds={() => setKind(null)}
      />
      <View className="event-board__rules">
        <Button
          small
          kind="quiet"
          icon="info"
          onClick={() => void navigate('event.rules', { communityId: membership.id })}
        >
          {t('event.rulesLink')}
        </Button>
        <Button
          small
          kind="quiet"
          icon="star"
          onClick={() => void navigate('event.figures', { communityId: membership.id })}
        >
          {t('event.figuresLink')}
        </Button>
      </View>
    </Page>
  )
}
