import type { CallOutput } from '../../../../types/contract'
import {
  NO_SHOW_BOUNDS,
  NO_SHOW_CONSEQUENCES,
  type NoShowRule,
} from '../../../../types/event-rules'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceField } from '../../../components/ChoiceField'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { PublishedPage } from '../../../components/PublishedPage'
import { Refusal } from '../../../components/Refusal'
import { Stepper } from '../../../components/Stepper'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t, useT } from '../../../i18n'

type Rules = CallOutput<'event.getRules'>

/** What no-shows lead to, in a sentence; for those with the duty the way to change it. */
export default function EventRules() {
  useT()
  const communityId = useCommunityId()
  const read = useRead('event.getRules', communityId ? { communityId } : null)
  return (
    <PublishedPage
      read={read}
      title={t('event.rulesTitle')}
      lead={t('event.rulesLead')}
      editText={t('event.rulesEdit')}
      editor={(rules, id, onEnd) => <Editor communityId={id} rules={rules} onEnd={onEnd} />}
    >
      {(rules) => <Sentences rules={rules} />}
    </PublishedPage>
  )
}

/** The rule in a sentence; the same below the editor, as it will be read. */
const sentenceFor = ({ consequence, times, withinDays, pauseDays }: NoShowRule): string =>
  t(`event.rule_${consequence}`, { times, days: withinDays, pause: pauseDays })

function Sentences({ rules: { noShow, missed } }: { rules: Rules }) {
  return (
    <>
      <Card>{sentenceFor(noShow)}</Card>
      <Card tone={missed > 0 ? 'amber' : 'jade'}>
        {missed > 0
          ? t('event.rulesMine', { count: missed, days: noShow.withinDays })
          : t('event.rulesNone')}
      </Card>
      <Card>{t('event.rulesDispute')}</Card>
    </>
  )
}

interface EditorProps {
  communityId: string
  rules: Rules
  onEnd: () => void
}

function Editor({ communityId, rules, onEnd }: EditorProps) {
  const draft = useDraft<NoShowRule>(`event-rules:${communityId}:${rules.version}`, rules.noShow)
  const publishing = useWrite('event.publishRules', ['event.'])
  const { consequence, times, withinDays, pauseDays } = draft.value
  async function publish() {
    const input = { communityId, basedOn: rules.version, noShow: draft.value }
    const { ok } = await publishing.run(input)
    if (!ok) return
    draft.forget()
    toast(t('event.rulesPublished'), { kind: 'done' })
    onEnd()
  }
  return (
    <Page
      title={t('event.rulesEdit')}
      lead={sentenceFor(draft.value)}
      footer={
        <FixedAction>
          <Button kind="quiet" onClick={onEnd}>
            {t('common.cancel')}
          </Button>
          <Button busy={publishing.busy} onClick={() => void publish()}>
            {t('event.rulesPublish')}
          </Button>
        </FixedAction>
      }
    >
      <Refusal error={publishing.error} busy={publishing.busy} onRetry={() => void publish()} />
      <ChoiceField
        look="rows"
        label={t('event.rulesConsequence')}
        options={NO_SHOW_CONSEQUENCES.map((value) => ({
          value,
          label: t(`event.consequence_${value}`),
        }))}
        value={consequence}
        onChange={(value) =>
          draft.change({ consequence: NO_SHOW_CONSEQUENCES.find((one) => one === value) ?? 'none' })
        }
      />
      {consequence !== 'none' && (
        <>
          <Stepper
            label={t('event.rulesTimes')}
            value={times}
            onChange={(value) => draft.change({ times: value })}
            min={NO_SHOW_BOUNDS.times[0]}
            max={NO_SHOW_BOUNDS.times[1]}
            unit={t('event.rulesTimesUnit')}
          />
          <DaysField
            label={t('event.rulesWithin')}
            options={WITHIN_DAYS}
            value={withinDays}
            onChange={(value) => draft.change({ withinDays: value })}
          />
        </>
      )}
      {consequence === 'pause' && (
        <DaysField
          label={t('event.rulesPause')}
          options={PAUSE_DAYS}
          value={pauseDays}
          onChange={(value) => draft.change({ pauseDays: value })}
        />
      )}
    </Page>
  )
}

const WITHIN_DAYS = [30, 60, 90, 180, 365]
const PAUSE_DAYS = [7, 14, 30, 60, 90]

interface DaysProps {
  label: string
  options: readonly number[]
  value: number
  onChange: (days: number) => void
}

/** Days by one tap; what was published otherwise stays in the list. */
function DaysField({ label, options, value, onChange }: DaysProps) {
  const all = [...new Set([...options, value])].sort((a, b) => a - b)
  return (
    <ChoiceField
      label={label}
      options={all.map((days) => ({
        value: String(days),
        label: `${days} ${t('event.rulesDaysUnit')}`,
      }))}
      value={String(value)}
      onChange={(days) => onChange(Number(days))}
    />
  )
}
