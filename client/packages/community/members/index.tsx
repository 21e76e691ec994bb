import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { MEMBER_SEARCH_MAX } from '../../../../types/member'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { LevelTag } from '../../../components/LevelTag'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { SearchField } from '../../../components/SearchField'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { usePages } from '../../../hooks/use-pages'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { MemberSheet } from './member-sheet'

type Member = CallOutput<'member.list'>['items'][number]

/** A list is worth an end mark from here. */
const LONG = 10

/** Who is here and what they can do. */
export default function Members() {
  const communityId = useCommunityId()
  const [search, setSearch] = useState('')
  const list = usePages(
    'member.list',
    communityId ? { communityId, ...(search === '' ? {} : { search }) } : null,
  )
  const [opened, setOpened] = useState<Member | null>(null)
  useReachBottom(list.loadMore)
  if (!communityId) return <NoCommunity title={t('community.membersTitle')} />

  const members = list.items
  return (
    <Page
      title={t('community.membersTitle')}
      lead={t('community.membersLead')}
      aside={
        <Button
          kind="quiet"
          small
          icon="question"
          onClick={() => void navigate('community.roles', { communityId })}
        >
          {t('community.dutiesTitle')}
        </Button>
      }
      loading={!members && !list.error && search === ''}
      skeleton={<Skeleton shape="row" count={6} />}
      error={list.error}
      hasContent={Boolean(members)}
      onRetry={() => void list.refresh()}
    >
      <SearchField
        label={t('community.findMember')}
        placeholder={t('community.findMemberExample')}
        value={search}
        maxLength={MEMBER_SEARCH_MAX}
        onChange={setSearch}
      />
      {members?.length === 0 && (
        <Empty
          picture="empty-inbox"
          title={t('community.nobodyFound', { words: search })}
          text={t('community.nobodyFoundText')}
        />
      )}
      {members && members.length > 0 && (
        <>
          <ListGroup>
            {members.map((member) => (
              <MemberRow key={member.memberId} member={member} onClick={() => setOpened(member)} />
            ))}
          </ListGroup>
          {search === '' && members.length === 1 && !list.hasMore && (
            <Empty
              picture="welcome"
              title={t('community.membersAlone')}
              text={t('community.membersAloneText')}
              action={{
                text: t('entry.shareCard'),
                onClick: () => void navigate('community.card', { communityId }),
              }}
            />
          )}
          <MoreFoot
            hasMore={list.hasMore}
            isLoadingMore={list.isLoadingMore}
            onMore={list.loadMore}
            isLong={members.length > LONG}
          />
        </>
      )}
      <MemberSheet communityId={communityId} member={opened} onClose={() => setOpened(null)} />
    </Page>
  )
}

function MemberRow({ member, onClick }: { member: Member; onClick: () => void }) {
  const { nickname, avatar, role, skills, level, frame } = member
  return (
    <ListRow
      picture={<Avatar id={avatar} frame={frame} />}
      title={nickname}
      note={skills.length > 0 ? skills.join(' · ') : t('community.noSkills')}
      value={
        role === 'member' ? (
          <LevelTag level={level} />
        ) : (
          <Tag tone="indigo">{t(`community.${role}`)}</Tag>
        )
      }
      onClick={onClick}
    />
  )
}
