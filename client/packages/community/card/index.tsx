import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Illustration } from '../../../components/Illustration'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { ShareButton } from '../../../components/ShareButton'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { useShare } from '../../../platform/share'
import type { ShareCard } from '../../../platform/types'
import { linkTo, navigate, replaceBy } from '../../../services/navigate'
import { GroupBinding } from './group-binding'
import './index.scss'

/** The card that opens this community from a group, as the group will see it. */
export default function Card() {
  const communityId = useCommunityId()
  const {
    data: home,
    error,
    refresh,
  } = useRead('member.getHome', communityId ? { communityId } : null)
  const card: ShareCard = {
    title: home
      ? t('community.cardShareTitle', {
          name: home.community.name,
          purpose: home.community.purpose,
        })
      : t('common.appName'),
    // Home leads members inside and everybody else to the door.
    path: linkTo('home', communityId ? { communityId } : {}),
  }
  useShare(() => card)
  if (!communityId) return <NoCommunity title={t('community.cardTitle')} />

  return (
    <Page
      title={t('community.cardTitle')}
      lead={t('community.cardLead')}
      loading={!home && !error}
      skeleton={<Skeleton count={1} />}
      error={error}
      hasContent={Boolean(home)}
      onRetry={() => void refresh()}
      footer={
        home && (
          <FixedAction>
            <Button kind="quiet" onClick={() => void replaceBy('home')}>
              {t('community.toHome')}
            </Button>
            <ShareButton kind="main" card={card}>
              {t('community.share')}
            </ShareButton>
          </FixedAction>
        )
      }
    >
      {home && (
        <>
          <Preview name={home.community.name} purpose={home.community.purpose} />
          <Section title={t('community.groupTitle')}>
            <GroupBinding communityId={communityId} />
          </Section>
          {home.me.role === 'owner' && (
            <ListGroup>
              <ListRow
                icon="ticket"
                title={t('entry.passesRow')}
                onClick={() => void navigate('entry.passes', { communityId })}
              />
            </ListGroup>
          )}
        </>
      )}
    </Page>
  )
}

/** Drawn as it will stand in the group's chat. */
function Preview({ name, purpose }: { name: string; purpose: string }) {
  return (
    <View className="share-card">
      <View className="share-card__app">
        <View className="share-card__seal">{t('common.appName').slice(0, 1)}</View>
        {t('common.appName')}
      </View>
      <View className="share-card__title">{t('community.cardShareTitle', { name, purpose })}</View>
      <View className="share-card__picture">
        <Illustration name="welcome" />
        <View className="share-card__name">{name}</View>
      </View>
      <View className="share-card__foot">{t('community.cardApp')}</View>
    </View>
  )
}
