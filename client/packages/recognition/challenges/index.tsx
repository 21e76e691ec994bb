import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { ChallengeCard } from '../../../../types/challenge'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListBody } from '../../../components/ListBody'
import { MoreFoot } from '../../../components/MoreFoot'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useEntrance } from '../../../hooks/use-entrance'
import { usePages } from '../../../hooks/use-pages'
import { t, useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { daysOf, periodOf, phaseTag } from '../parts/words'
import './index.scss'

const VIEWS = ['current', 'mine', 'past'] as const
type View_ = (typeof VIEWS)[number]

/** A list is worth an end mark from here. */
const LONG = 6

/** What the community takes on together. */
export default function Challenges() {
  useT()
  const communityId = useCommunityId()
  const { data: entrance } = useEntrance()
  const [view, setView] = useState<View_>('current')
  const list = usePages('challenge.list', communityId ? { communityId, view } : null)
  useReachBottom(list.loadMore)
  if (!communityId) return <NoCommunity title={t('recognition.challenges')} />
  if (list.error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={communityId} />} />
  }
  const mine = entrance?.communities.find(({ id }) => id === communityId)
  const mayCreate = mine?.duties.includes('runChallenges') ?? false
  const create = () => void navigate('recognition.challengeEdit', { communityId })
  return (
    <Page
      title={t('recognition.challenges')}
      lead={t('recognition.challengesLead')}
      footer={
        mayCreate && (
          <FixedAction>
            <Button full icon="add" onClick={create}>
              {t('recognition.createChallenge')}
            </Button>
          </FixedAction>
        )
      }
    >
      <Segmented
        label={t('recognition.challenges')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`recognition.view_${value}`) }))}
        onChange={setView}
      />
      <ListBody items={list.items} error={list.error} onRetry={() => void list.refresh()}>
        {list.items?.length === 0 && (
          <Empty
            picture="welcome"
            title={t(`recognition.none_${view}`)}
            text={t('recognition.noneText')}
          />
        )}
        {list.items?.map((challenge) => (
          <ChallengeRow key={challenge.challengeId} {...{ challenge, communityId }} />
        ))}
        {list.items && (
          <MoreFoot
            hasMore={list.hasMore}
            isLoadingMore={list.isLoadingMore}
            onMore={list.loadMore}
            isLong={list.items.length > LONG}
          />
        )}
      </ListBody>
    </Page>
  )
}

function ChallengeRow({
  challenge,
  communityId,
}: {
  challenge: ChallengeCard
  communityId: string
}) {
  const { challengeId, title, about, mine, daysNeeded } = challenge
  const { tone, text } = phaseTag(challenge)
  return (
    <Card onClick={() => void navigate('recognition.challenge', { communityId, challengeId })}>
      <View className="challenge-row__top">
        <View className="challenge-row__period">{periodOf(challenge)}</View>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <View className="challenge-row__title">{title}</View>
      {about !== '' && <View className="challenge-row__about">{about}</View>}
      <View className="challenge-row__foot">
        {mine ? daysOf(mine.days, daysNeeded) : t('recognition.needs', { needed: daysNeeded })}
      </View>
    </Card>
  )
}
