import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { codeOf } from '../../../components/ErrorRetry'
import { FixedAction } from '../../../components/FixedAction'
import { Illustration } from '../../../components/Illustration'
import { Page } from '../../../components/Page'
import { Quote } from '../../../components/Quote'
import { RuleList } from '../../../components/RuleList'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useEnterCommunity, useEntrance } from '../../../hooks/use-entrance'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import type { CallError } from '../../../services/call'
import { forgetDoor, rememberDoor } from '../../../services/last-door'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { Standing } from './standing'

type DoorView = CallOutput<'entry.getDoor'>

const RULES_SHOWN = 3

/** What stands at a community's door for whoever holds its card, and the one way on from there. */
export default function Door() {
  const communityId = useCommunityId()
  const {
    data: door,
    error,
    refresh,
  } = useRead('entry.getDoor', communityId ? { communityId } : null)
  const standing = door?.standing
  useEffect(() => {
    if (!communityId || !standing) return
    if (standing === 'member') forgetDoor(communityId)
    else rememberDoor(communityId)
  }, [communityId, standing])

  if (!communityId || error?.code === 'not_found') return <NoDoor error={error} />
  return (
    <Page
      loading={!door && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(door)}
      onRetry={() => void refresh()}
      footer={door && <WayOn door={door} />}
    >
      {door && <Content door={door} />}
    </Page>
  )
}

function Content({ door }: { door: DoorView }) {
  const { community, memberCount, thanks, rules } = door
  const { data: entrance } = useEntrance()
  return (
    <View className="door">
      {door.standing === 'stranger' ? (
        <View className="door__picture">
          <Illustration name="door" />
        </View>
      ) : (
        <Standing door={door} />
      )}
      <View className="door__name">{community.name}</View>
      <View className="door__purpose">{community.purpose}</View>
      <View className="door__facts">
        <Tag icon="group">{t('entry.members', { count: memberCount })}</Tag>
        {entrance?.opened === community.id && (
          <Tag tone="indigo" icon="chat">
            {t('entry.fromGroup')}
          </Tag>
        )}
      </View>
      <Section title={t('entry.recentThanks')}>
        <Card>
          {thanks.length === 0 && <View className="door__none">{t('entry.noThanks')}</View>}
          {thanks.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may thank in the same words
            <Quote key={index} words={words} />
          ))}
        </Card>
      </Section>
      <Section title={t('entry.rules')}>
        <Card>
          <View className="door__version">
            {t('entry.rulesVersion', { version: rules.version })}
          </View>
          <RuleList items={rules.items} few={RULES_SHOWN} />
        </Card>
      </Section>
    </View>
  )
}

/** The one button: apply, correct, try again, or go in. */
function WayOn({ door }: { door: DoorView }) {
  const communityId = door.community.id
  const enter = useEnterCommunity()
  const apply = () => void navigate('entry.apply', { communityId })
  switch (door.standing) {
    case 'member':
      return (
        <FixedAction>
          <Button full onClick={() => void enter(communityId)}>
            {t('entry.enter')}
          </Button>
        </FixedAction>
      )
    case 'pending':
      return (
        <FixedAction>
          <Button full kind="secondary" icon="edit" onClick={apply}>
            {t('entry.correct')}
          </Button>
        </FixedAction>
      )
    case 'declined':
      return (
        <FixedAction>
          <Button full onClick={apply}>
            {t('entry.applyAgain')}
          </Button>
        </FixedAction>
      )
    case 'stranger':
      return (
        <FixedAction note={t('entry.applyNote')}>
          <Button full onClick={apply}>
            {t('entry.apply')}
          </Button>
        </FixedAction>
      )
  }
}

/** A cut link or a community that is gone: trying again would not help, the group's card may. */
function NoDoor({ error }: { error: CallError | undefined }) {
  return (
    <Page>
      <Empty
        picture="error"
        title={t('entry.noDoor')}
        text={t('entry.noDoorText')}
        action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
      />
      {error && <View className="door__code">{codeOf(error)}</View>}
    </Page>
  )
}
