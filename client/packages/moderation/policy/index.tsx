import { View } from '@tarojs/components'
import { useState } from 'react'
import { POLICY } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import './index.scss'
import { SettingsForm } from './settings-form'

/** What may not be published and how it is judged, in plain words; for admins, what they add to it. */
export default function PolicyPage() {
  const communityId = useCommunityId()
  const [isEditing, setEditing] = useState(false)
  const { data, error, refresh } = useRead(
    'moderation.getPolicy',
    communityId ? { communityId } : null,
  )
  if (!communityId) return <NoCommunity title={t('moderation.policyTitle')} />
  return (
    <Page
      title={t('moderation.policyTitle')}
      lead={t('moderation.policyLead')}
      loading={!data && !error}
      skeleton={<Skeleton shape="card" count={3} />}
      error={error}
      onRetry={() => void refresh()}
      hasContent={Boolean(data)}
    >
      {data?.mayEdit && !isEditing && (
        <View className="policy__edit">
          <Button kind="secondary" icon="rules" onClick={() => setEditing(true)}>
            {t('moderation.edit')}
          </Button>
        </View>
      )}
      {data && isEditing && (
        <SettingsForm
          key={data.revision}
          communityId={communityId}
          policy={data}
          onDone={() => setEditing(false)}
        />
      )}
      {data && !isEditing && <HowItWorks newcomerReviews={data.newcomerReviews} />}
      {data && !isEditing && <Forbidden />}
    </Page>
  )
}

function HowItWorks({ newcomerReviews }: { newcomerReviews: number }) {
  const steps = [
    t('moderation.how1'),
    t('moderation.how2'),
    t('moderation.how3'),
    newcomerReviews > 0
      ? t('moderation.how4', { count: newcomerReviews })
      : t('moderation.how4none'),
    t('moderation.how5'),
  ]
  return (
    <Section title={t('moderation.howTitle')}>
      <Card>
        {steps.map((step) => (
          <View key={step} className="policy__step">
            {step}
          </View>
        ))}
      </Card>
    </Section>
  )
}

function Forbidden() {
  return (
    <Section title={t('moderation.forbidden')}>
      <Card>
        {POLICY.map((category) => (
          <View key={category} className="policy__category">
            <View className="policy__name">{t(`moderation.policy_${category}`)}</View>
            <View className="policy__text">{t(`moderation.policyText_${category}`)}</View>
          </View>
        ))}
      </Card>
    </Section>
  )
}
