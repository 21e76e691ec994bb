import { View } from '@tarojs/components'
import type { CaseDetail } from '../../../../types/moderation'
import { Card } from '../../../components/Card'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Quote } from '../../../components/Quote'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import { STATE_TONES } from '../parts/tones'
import { flagWords, labelOf } from '../parts/words'
import { CorrectionForm } from './correction-form'
import './index.scss'

/** One's own text that was stopped: where it stands, why, and the way to mend it. */
export default function OwnCase() {
  const communityId = useCommunityId()
  const { caseId } = useParams('moderation.case')
  const { data, error, refresh } = useRead(
    'moderation.getMine',
    communityId && caseId ? { communityId, caseId } : null,
  )
  if (!communityId || !caseId) return <NoCommunity title={t('moderation.caseTitle')} />
  return (
    <Page
      title={t('moderation.caseTitle')}
      loading={!data && !error}
      skeleton={<Skeleton shape="card" count={2} />}
      error={error}
      onRetry={() => void refresh()}
      hasContent={Boolean(data)}
    >
      {data && <Standing found={data} />}
      {data && mayCorrect(data) && (
        <CorrectionForm key={data.revision} communityId={communityId} found={data} />
      )}
      {data && !mayCorrect(data) && <Words found={data} />}
    </Page>
  )
}

const mayCorrect = ({ state }: CaseDetail) =>
  state === 'checking' || state === 'open' || state === 'returned'

const NOTES = {
  checking: 'moderation.caseChecking',
  open: 'moderation.caseOpen',
  returned: 'moderation.caseReturned',
  refused: 'moderation.caseClosed',
  removed: 'moderation.caseClosed',
  approved: 'moderation.caseShown',
  passed: 'moderation.caseShown',
} as const

function Standing({ found }: { found: CaseDetail }) {
  const { state, kind, flags, reason, policy } = found
  const isStopped = state === 'open' || state === 'returned'
  // Given back by the check itself: there is no sentence of a person's to read.
  const isByCheck = state === 'returned' && !reason
  return (
    <Card {...(isStopped ? { tone: 'amber' as const } : {})}>
      <View className="own-case__top">
        <Tag>{t(`moderation.kind_${kind}`)}</Tag>
        <Tag tone={STATE_TONES[state]}>{t(`moderation.state_${state}`)}</Tag>
      </View>
      <View className="own-case__note">{t(NOTES[state])}</View>
      {isByCheck && <View className="own-case__label">{t('moderation.whyReturned')}</View>}
      {(state === 'open' || isByCheck) && (
        <View className="own-case__flags">
          {flagWords(flags).map((words) => (
            <Tag key={words} tone="amber" icon="info">
              {words}
            </Tag>
          ))}
        </View>
      )}
      {reason && (
        <>
          <View className="own-case__label">
            {t('moderation.reason')}
            {policy && ` · ${t(`moderation.policy_${policy}`)}`}
          </View>
          <Quote words={reason} />
        </>
      )}
    </Card>
  )
}

function Words({ found }: { found: CaseDetail }) {
  return (
    <Card className="own-case__words">
      {found.texts.map((entry) => (
        <View key={entry.field} className="own-case__field">
          <View className="own-case__label">{labelOf(entry)}</View>
          <View className="own-case__text">{entry.text}</View>
        </View>
      ))}
    </Card>
  )
}
