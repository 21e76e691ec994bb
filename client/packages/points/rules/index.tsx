import { View } from '@tarojs/components'
import { EARN_RULES, type PointsRules } from '../../../../types/points'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { PublishedPage } from '../../../components/PublishedPage'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { lookUp, t } from '../../../i18n'
import { Editor } from './editor'
import './index.scss'

/** What earns how much, in plain sentences; for those with the duty the way to change it. */
export default function PointsRulesPage() {
  const asked = useCommunityId()
  const read = useRead('points.getRules', asked ? { communityId: asked } : null)
  const version = read.data?.rules.version
  return (
    <PublishedPage
      read={read}
      title={t('points.rulesTitle')}
      lead={version === undefined ? undefined : t('points.rulesLead', { version })}
      editText={t('points.rulesEdit')}
      editor={({ rules }, communityId, onEnd) => (
        <Editor communityId={communityId} current={rules} onEnd={onEnd} />
      )}
    >
      {({ rules }) => <Sentences rules={rules} />}
    </PublishedPage>
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
