import { View } from '@tarojs/components'
import { Badge } from '../../components/Badge'
import { Empty } from '../../components/Empty'
import { ListGroup, ListRow } from '../../components/ListRow'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { type Membership, useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { useRead } from '../../hooks/use-read'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { Head } from './head'
import './index.scss'
import { Leaving } from './leaving'

/** My place in the open community, and the ways to what is mine. */
export default function Me() {
  const { data: entrance, error, refresh } = useEntrance()
  const membership = useOpenMembership(entrance)
  if (!entrance) {
    return (
      <Page
        tab
        loading={!error}
        skeleton={<Skeleton shape="row" count={5} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return (
    <Page tab>
      {membership ? <Inside key={membership.id} membership={membership} /> : <Visitor />}
      <ListGroup>
        <ListRow
          icon="settings"
          title={t('member.settings')}
          onClick={() => void navigate('member.settings')}
        />
      </ListGroup>
      {membership && <Leaving membership={membership} />}
    </Page>
  )
}

function Inside({ membership }: { membership: Membership }) {
  const communityId = membership.id
  const { data: home } = useRead('member.getHome', { communityId })
  const waiting = home?.workWaiting ?? 0
  const unread = home?.unread ?? 0
  return (
    <>
      <Head membership={membership} />
      <ListGroup>
        <ListRow
          icon="hand"
          title={t('member.myRequests')}
          onClick={() => void navigate('help.mine', { communityId })}
        />
        <ListRow
          icon="medal"
          title={t('recognition.open')}
          onClick={() => void navigate('recognition.levels', { communityId })}
        />
        <ListRow
          icon="shield"
          title={t('moderation.mineTitle')}
          onClick={() => void navigate('moderation.mine', { communityId })}
        />
        <ListRow
          icon="inbox"
          title={t('member.inbox')}
          value={<Badge count={unread} label={t('member.unread', { count: unread })} />}
          onClick={() => void navigate('member.inbox')}
        />
      </ListGroup>
      <ListGroup title={membership.name}>
        {membership.duties.length > 0 && (
          <ListRow
            icon="done"
            title={t('workbench.title')}
            value={<Badge count={waiting} label={t('workbench.home', { count: waiting })} />}
            onClick={() => void navigate('member.workbench', { communityId })}
          />
        )}
        {membership.duties.includes('reviewEntry') && (
          <ListRow
            icon="join"
            title={t('member.applications')}
            onClick={() => void navigate('entry.applications', { communityId })}
          />
        )}
        {membership.duties.includes('handOver') && (
          <ListRow
            icon="scan"
            title={t('store.handOverTitle')}
            onClick={() => void navigate('store.handOver', { communityId })}
          />
        )}
        {membership.duties.includes('keepStore') && (
          <ListRow
            icon="package"
            title={t('store.keep')}
            onClick={() => void navigate('store.orders', { communityId })}
          />
        )}
        <ListRow
          icon="group"
          title={t('member.members')}
          onClick={() => void navigate('community.members', { communityId })}
        />
        <ListRow
          icon="question"
          title={t('training.row')}
          onClick={() => void navigate('entry.training', { communityId })}
        />
        {membership.duties.includes('moderate') && (
          <ListRow
            icon="hidden"
            title={t('moderation.queueTitle')}
            onClick={() => void navigate('moderation.queue', { communityId })}
          />
        )}
        <ListRow
          icon="info"
          title={t('moderation.policyTitle')}
          onClick={() => void navigate('moderation.policy', { communityId })}
        />
        <ListRow
          icon="rules"
          title={t('member.rules')}
          onClick={() => void navigate('community.rules', { communityId })}
        />
        {membership.duties.includes('editCommunity') && (
          <ListRow
            icon="home"
            title={t('community.settingsTitle')}
            onClick={() => void navigate('community.settings', { communityId })}
          />
        )}
        {membership.duties.includes('editTemplates') && (
          <ListRow
            icon="edit"
            title={t('forms.title')}
            onClick={() => void navigate('community.forms', { communityId })}
          />
        )}
        {membership.duties.includes('readAudit') && (
          <ListRow
            icon="book"
            title={t('member.audit')}
            onClick={() => void navigate('community.audit', { communityId })}
          />
        )}
        <ListRow
          icon="share"
          title={t('member.shareCard')}
          onClick={() => void navigate('community.card', { communityId })}
        />
      </ListGroup>
    </>
  )
}

/** A person who belongs nowhere yet still has messages: the answer to an application. */
function Visitor() {
  const { data } = useRead('inbox.countUnread', {})
  const unread = data?.unread ?? 0
  return (
    <View>
      <Empty
        picture="door"
        title={t('member.visitorTitle')}
        text={t('member.visitorText')}
        action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
      />
      <ListGroup>
        <ListRow
          icon="inbox"
          title={t('member.inbox')}
          value={<Badge count={unread} label={t('member.unread', { count: unread })} />}
          onClick={() => void navigate('member.inbox')}
        />
      </ListGroup>
    </View>
  )
}
