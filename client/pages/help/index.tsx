import { View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../../components/a11y'
import { Icon } from '../../components/Icon'
import { JoinFirst } from '../../components/JoinFirst'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { type Membership, useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { useT } from '../../i18n'
import { navigate } from '../../services/navigate'
import { Board } from './board'
import './index.scss'
import { KindFilter } from './kind-filter'
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
  const [templateKey, setTemplateKey] = useState<string | null>(null)
  return (
    <Page
      tab
      leading={<View className="help-board__community">{membership.name}</View>}
      title={t('help.board')}
      lead={t('help.boardLead')}
      aside={<WallLink communityId={communityId} />}
    >
      <Segmented
        label={t('help.views')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`help.view_${value}`) }))}
        onChange={setView}
      />
      <KindFilter communityId={communityId} value={templateKey} onChange={setTemplateKey} />
      <Board
        key={`${view} ${templateKey}`}
        communityId={communityId}
        view={view}
        templateKey={templateKey}
        onView={setView}
        onAllKinds={() => setTemplateKey(null)}
      />
    </Page>
  )
}

function WallLink({ communityId }: { communityId: string }) {
  const t = useT()
  return (
    <View
      className="help-board__wall"
      onClick={() => void navigate('help.thanks', { communityId })}
      {...spoken({ role: 'button', label: t('help.wall'), focusable: true })}
    >
      <Icon name="heart" size="small" className="help-board__heart" />
      {t('help.wall')}
    </View>
  )
}
