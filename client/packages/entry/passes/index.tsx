import { useState } from 'react'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Empty } from '../../../components/Empty'
import { FixedAction } from '../../../components/FixedAction'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { Sheet } from '../../../components/Sheet'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import './index.scss'
import { PassCard } from './pass-card'

const DAYS = [3, 7, 14, 30] as const
const DAYS_USUAL = 7

/** Passes for the platform's reviewers: made, handed on, watched and taken back. */
export default function Passes() {
  const communityId = useCommunityId()
  const timeZone = useTimeZone(communityId)
  const { data, error, refresh } = useRead('entry.listPasses', communityId ? { communityId } : null)
  const [isChoosing, setChoosing] = useState(false)
  const [days, setDays] = useState(String(DAYS_USUAL))
  const issuing = useWrite('entry.issuePass', ['entry.listPasses'])
  if (!communityId) return <NoCommunity title={t('entry.passesTitle')} />
  const issue = async () => {
    const { ok } = await issuing.run({ communityId, days: Number(days) })
    if (!ok) return
    setChoosing(false)
    toast(t('entry.passMade'), { kind: 'done' })
  }
  return (
    <Page
      title={t('entry.passesTitle')}
      lead={t('entry.passesLead')}
      loading={!data && !error}
      skeleton={<Skeleton count={2} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={
        data && (
          <FixedAction>
            <Button full icon="add" onClick={() => setChoosing(true)}>
              {t('entry.passMake')}
            </Button>
          </FixedAction>
        )
      }
    >
      {data?.passes.length === 0 && (
        <Empty picture="door" title={t('entry.passesNone')} text={t('entry.passesNoneText')} />
      )}
      {data?.passes.map((pass) => (
        <PassCard key={pass.code} communityId={communityId} pass={pass} timeZone={timeZone} />
      ))}
      <Sheet
        open={isChoosing}
        title={t('entry.passMake')}
        onClose={() => setChoosing(false)}
        footer={
          <Button full busy={issuing.busy} onClick={() => void issue()}>
            {t('entry.passMake')}
          </Button>
        }
      >
        <Refusal error={issuing.error} busy={issuing.busy} onRetry={() => void issue()} />
        <ChoiceField
          label={t('entry.passDays')}
          options={DAYS.map((count) => ({
            value: String(count),
            label: t('entry.passDaysOf', { count }),
          }))}
          value={days}
          onChange={setDays}
        />
      </Sheet>
    </Page>
  )
}
