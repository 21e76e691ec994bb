import { View } from '@tarojs/components'
import { useState } from 'react'
import { EARN_RULES, type PointsRules } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { lookUp, t } from '../../../i18n'
import { Editor } from './editor'
import './index.scss'

/** What earns how much, in plain sentences; for those with the duty the way to change it. */
export default function PointsRulesPage() {
  const communityId = useCommunityId()
  const { data, error, refresh } = useRead('points.getRules', communityId ? { communityId } : null)
  const [isEditing, setEditing] = useState(false)
  if (!communityId) return <NoCommunity title={t('points.rulesTitle')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  if (data && isEditing) {
    return <Editor communityId={communityId} current={data.rules} onEnd={() => setEditing(false)} />
  }
  return (
    <Page
      title={t('points.rulesTitle')}
      {...(data ? { lead: t('points.rulesLead', { version: data.rules.version }) } : {})}
      loading={!data && !error}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={
        data?.mayPublish && (
          <FixedAction>
            <Button full kind="secondary" icon="edit" onClick={() => setEditing(true)}>
              {t('points.rulesEdit')}
            </Button>
          </FixedAction>
        )
      }
    >
      {data && <Sentences rules={data.rules} />}
    </Page>
  )
}

function Sentences({ rules }: { rules: PointsRules }) {
  const { awards, makeUpPrice, expiryMonths, adjustAloneMax } = rules
  return (
    <>
      <ListGroup title={t('points.earnTitle')}>
        {EARN_RULES.map((rule) => {
          const { amount, perDay, perMonth } = awards[rule]
          const title =
            amount === 0
              ? lookUp('points', `name_${rule}`)
              : lookUp('points', `earn_${rule}`, { amount })
          const caps = [
            perDay === null ? '' : t('points.perDay', { cap: perDay }),
            perMonth === null ? '' : t('points.perMonth', { cap: perMonth }),
          ].filter(Boolean)
          const note = caps.length > 0 ? caps.join(' · ') : t('points.noCap')
          return <ListRow key={rule} title={title} note={amount === 0 ? t('points.off') : note} />
        })}
      </ListGroup>
      <Notes
        title={t('points.fairTitle')}
        sentences={[t('points.fairPair'), t('points.fairNothing'), t('points.fairDay')]}
      />
      <Notes
        title={t('points.spendTitle')}
        sentences={[
          t('points.spendBounty'),
          t('points.spendMakeUp', { price: makeUpPrice }),
          t('points.spendOldest'),
          expiryMonths === null
            ? t('points.expiresNever')
            : t('points.expires', { months: expiryMonths }),
          t('points.spendAdjust', { max: adjustAloneMax }),
        ]}
      />
    </>
  )
}

function Notes({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <ListGroup title={title}>
      {sentences.map((sentence) => (
        <View key={sentence} className="points-rules__sentence">
          {sentence}
        </View>
      ))}
    </ListGroup>
  )
}
