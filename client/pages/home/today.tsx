import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { spoken } from '../../components/a11y'
import { Badge } from '../../components/Badge'
import { CheckInCard } from '../../components/CheckInCard'
import { FloatingAction } from '../../components/FixedAction'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import type { Entrance, Membership } from '../../hooks/use-entrance'
import { useRead } from '../../hooks/use-read'
import { DEFAULT_TIME_ZONE } from '../../hooks/use-time-zone'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { greetingAt } from './greeting'
import { GroupNotice } from './group-notice'
import { HomeSkeleton } from './home-skeleton'
import { NewestRequests } from './newest-requests'
import { NextEvent } from './next-event'
import { RecentThanks } from './recent-thanks'
import { SwitchSheet } from './switch-sheet'
import { OtherDoor, RulesNotice, Waiting } from './waiting'
import { Welcomed } from './welcomed'

interface Props {
  entrance: Entrance
  membership: Membership
  /** The door of a card that was opened, of a community this person is not in. */
  otherDoor: string | null
  /** The membership has ended since it was asked. */
  onGone: () => void
}

/** A member's day: what waits for them, who needs help, what was thanked for. */
export function Today({ entrance, membership, otherDoor, onGone }: Props) {
  const communityId = membership.id
  const [isSwitching, setSwitching] = useState(false)
  const { data: home, error, refresh } = useRead('member.getHome', { communityId })
  const isGone = error?.code === 'not_member'
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each refusal
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone])

  const timeZone = home?.community.timeZone ?? DEFAULT_TIME_ZONE
  return (
    <Page
      tab
      leading={
        <TopRow
          name={home?.community.name ?? membership.name}
          unread={home?.unread ?? 0}
          onSwitch={() => setSwitching(true)}
        />
      }
      {...(home
        ? {
            title: t(greetingAt(new Date(), timeZone), { name: home.me.nickname }),
            lead: home.community.purpose,
          }
        : {})}
      loading={!home && !error}
      skeleton={<HomeSkeleton />}
      error={error}
      hasContent={Boolean(home)}
      onRetry={() => void refresh()}
    >
      {home && (
        <View className="home">
          <GroupNotice entrance={entrance} membership={membership} />
          {otherDoor && <OtherDoor communityId={otherDoor} />}
          {home.rulesToAccept !== null && (
            <RulesNotice communityId={communityId} version={home.rulesToAccept} />
          )}
          {home.welcome && <Welcomed communityId={communityId} words={home.welcome} />}
          <CheckInCard communityId={communityId} />
          <Waiting communityId={communityId} work={home.workWaiting} items={home.waitingForMe} />
          <NewestRequests communityId={communityId} timeZone={timeZone} />
          <NextEvent communityId={communityId} timeZone={timeZone} />
          <RecentThanks communityId={communityId} />
          <FloatingAction
            text={t('home.ask')}
            onClick={() => void navigate('help.post', { communityId })}
          />
        </View>
      )}
      <SwitchSheet
        open={isSwitching}
        onClose={() => setSwitching(false)}
        communities={entrance.communities}
        current={communityId}
      />
    </Page>
  )
}

interface TopRowProps {
  name: string
  unread: number
  onSwitch: () => void
}

/** The community's name, which opens the others, and the way to the inbox. */
function TopRow({ name, unread, onSwitch }: TopRowProps) {
  return (
    <View className="home-top">
      <View
        className="home-top__name"
        onClick={onSwitch}
        {...spoken({ role: 'button', label: t('home.switchCommunity', { name }), focusable: true })}
      >
        <View className="home-top__words">{name}</View>
        <Icon name="down" size="small" />
      </View>
      <View
        className="home-top__inbox"
        onClick={() => void navigate('member.inbox')}
        {...spoken({
          role: 'button',
          label: unread > 0 ? t('home.unread', { count: unread }) : t('home.inbox'),
          focusable: true,
        })}
      >
        <Icon name="bell" />
        <View className="home-top__count">
          <Badge count={unread} label={t('home.unread', { count: unread })} />
        </View>
      </View>
    </View>
  )
}
