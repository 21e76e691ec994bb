import { View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../../components/a11y'
import { Icon, type IconName } from '../../components/Icon'
import { JoinFirst } from '../../components/JoinFirst'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { type Membership, useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { useT } from '../../i18n'
import { navigate } from '../../services/navigate'
import { Board } from './board'
import { FilterRows } from './filter-rows'
import { NO_FILTERS } from './filters'
import './index.scss'
import { type BoardView, VIEWS } from './views'

/** The board of the open community: who needs what, and by when. */
export default function Help() {
  useT()
  const { data: entrance, error, refresh } = useEntrance()
  const membership = useOpenMembership(entrance)
  if (!entrance) return <Page tab loading={!error} error={error} onRetry={() => void refresh()} />
  if (!membership) return <Page tab empty={<JoinFirst communityId={null} />} />
  return <CommunityBoard key={membership.id} membership={membership} />
}

function CommunityBoard({ membership }: { membership: Membership }) {
  const t = useT()
  const communityId = membership.id
  const [view, setView] = useState<BoardView>('open')
  const [filters, setFilters] = useState(NO_FILTERS)
  return (
    <Page
      tab
      leading={<View className="help-board__community">{membership.name}</View>}
      title={t('help.board')}
      lead={t('help.boardLead')}
      aside={<Links communityId={communityId} />}
    >
      <Segmented
        label={t('help.views')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`help.view_${value}`) }))}
        onChange={setView}
      />
      <FilterRows
        communityId={communityId}
        value={filters}
        onChange={(part) => setFilters((before) => ({ ...before, ...part }))}
      />
      <Board
        key={JSON.stringify([view, filters])}
        communityId={communityId}
        view={view}
        filters={filters}
        onView={setView}
        onAll={() => setFilters(NO_FILTERS)}
      />
    </Page>
  )
}

/** What stands beside the board: what people can always help with, and the thanks. */
function Links({ communityId }: { communityId: string }) {
  return (
    <View className="help-board__links">
      <SideLink to="help.standing" icon="hand" communityId={communityId} />
      <SideLink to="help.thanks" icon="heart" communityId={communityId} />
    </View>
  )
}

interface LinkProps {
  to: 'help.standing' | 'help.thanks'
  icon: IconName
  communityId: string
}

function SideLink({ to, icon, communityId }: LinkProps) {
  const t = useT()
  const words = t(to === 'help.standing' ? 'help.standing' : 'help.wall')
  return (
    <View
      className="help-board__wall"
      onClick={() => void navigate(to, { communityId })}
      {...spoken({ role: 'button', label: words, focusable: true })}
    >
      <Icon name={icon} size="small" className="help-board__heart" />
      {words}
    </View>
  )
}
