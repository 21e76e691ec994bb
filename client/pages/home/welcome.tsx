import { View } from '@tarojs/components'
import { useState } from 'react'
import { Badge } from '../../components/Badge'
import { Button } from '../../components/Button'
import { Illustration } from '../../components/Illustration'
import { ListGroup, ListRow } from '../../components/ListRow'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import type { Entrance } from '../../hooks/use-entrance'
import { useRead } from '../../hooks/use-read'
import { t } from '../../i18n'
import { lastDoor } from '../../services/last-door'
import { navigate } from '../../services/navigate'
import { GroupNotice } from './group-notice'

interface Props {
  entrance: Entrance
  /** The door of the card that was opened last. */
  otherDoor: string | null
}

/** For a person without a community: what this is, and the two ways to begin. */
export function Welcome({ entrance, otherDoor }: Props) {
  const [isExplained, setExplained] = useState(false)
  const isUnbound = entrance.group === 'unbound'
  return (
    <Page tab>
      <View className="welcome">
        <Illustration name="welcome" size="large" className="welcome__picture" />
        <View className="welcome__title">{t('home.welcomeTitle')}</View>
        <View className="welcome__text">
          {t(isUnbound ? 'home.welcomeUnbound' : 'home.welcomeText')}
        </View>
        <View className="welcome__actions">
          <Button full onClick={() => void navigate('community.create')}>
            {t(isUnbound ? 'home.createForGroup' : 'home.create')}
          </Button>
          <Button full kind="secondary" onClick={() => setExplained(true)}>
            {t('home.fromCard')}
          </Button>
          <Button full kind="quiet" onClick={() => void navigate('entry.pass')}>
            {t('entry.passOwn')}
          </Button>
        </View>
      </View>
      <GroupNotice entrance={entrance} membership={null} />
      <OwnApplications />
      <Trace communityId={otherDoor ?? lastDoor()} />
      <Sheet
        open={isExplained}
        title={t('home.fromCardTitle')}
        onClose={() => setExplained(false)}
        footer={
          <Button full onClick={() => setExplained(false)}>
            {t('common.understood')}
          </Button>
        }
      >
        <View className="welcome__steps">
          {(['home.fromCardStep1', 'home.fromCardStep2', 'home.fromCardStep3'] as const).map(
            (step, index) => (
              <View key={step} className="welcome__step">
                <View className="welcome__number">{index + 1}</View>
                <View className="welcome__words">{t(step)}</View>
              </View>
            ),
          )}
        </View>
        <View className="welcome__none">{t('home.fromCardNone')}</View>
      </Sheet>
    </Page>
  )
}

const STANDING = {
  stranger: 'home.doorStranger',
  pending: 'home.doorPending',
  declined: 'home.doorDeclined',
  member: 'home.doorMember',
} as const

/** Where this person has applied, on whatever phone. */
function OwnApplications() {
  const { data } = useRead('entry.listMine', {})
  const shown = data?.applications.filter(isUnderWay) ?? []
  if (shown.length === 0) return null
  return (
    <ListGroup title={t('entry.mineTitle')}>
      {shown.map(({ communityId, communityName, state }) => (
        <ListRow
          key={communityId}
          icon={state === 'pending' ? 'wait' : 'door'}
          title={communityName}
          note={t(state === 'pending' ? 'home.doorPending' : 'home.doorDeclined')}
          onClick={() => void navigate('entry.door', { communityId })}
        />
      ))}
    </ListGroup>
  )
}

const isUnderWay = ({ state }: { state: string }) => state === 'pending' || state === 'declined'

/** What an applicant comes back for: the door they stood at, and the messages about it. */
function Trace({ communityId }: { communityId: string | null }) {
  const { data: mine } = useRead('entry.listMine', {})
  const isListed = mine?.applications.some(
    (application) => application.communityId === communityId && isUnderWay(application),
  )
  const { data: door } = useRead(
    'entry.getDoor',
    communityId && mine && !isListed ? { communityId } : null,
  )
  const { data: inbox } = useRead('inbox.countUnread', {})
  const unread = inbox?.unread ?? 0
  if (!door && unread === 0) return null
  return (
    <ListGroup>
      {door && (
        <ListRow
          icon={door.standing === 'pending' ? 'wait' : 'door'}
          title={door.community.name}
          note={t(STANDING[door.standing])}
          onClick={() => void navigate('entry.door', { communityId: door.community.id })}
        />
      )}
      {unread > 0 && (
        <ListRow
          icon="inbox"
          title={t('home.inbox')}
          value={<Badge count={unread} label={t('home.unread', { count: unread })} />}
          onClick={() => void navigate('member.inbox')}
        />
      )}
    </ListGroup>
  )
}
