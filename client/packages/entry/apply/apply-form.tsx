import { View } from '@tarojs/components'
import type { CallOutput } from '../../../../types/contract'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { FixedAction } from '../../../components/FixedAction'
import { FormRenderer } from '../../../components/FormRenderer'
import { Icon } from '../../../components/Icon'
import { Page } from '../../../components/Page'
import { ProfileFields } from '../../../components/ProfileFields'
import { Quote } from '../../../components/Quote'
import { Refusal } from '../../../components/Refusal'
import { RuleList } from '../../../components/RuleList'
import { Section } from '../../../components/Section'
import { t } from '../../../i18n'
import { useApplication } from './use-application'

type DoorView = CallOutput<'entry.getDoor'>

export function ApplyForm({ door }: { door: DoorView }) {
  const { community, application, rules, questions } = door
  const { form, change, answer, mistakes, submit, busy, refusal } = useApplication(door)
  const isRenewed = form.accepted !== null && form.accepted !== rules.version
  const reason = application?.state === 'declined' ? application.reason : null
  return (
    <Page
      title={t('entry.applyTitle')}
      lead={t('entry.applyLead', { name: community.name })}
      footer={
        <FixedAction note={t('entry.submitNote')}>
          <Button full busy={busy} onClick={() => void submit()}>
            {t(application ? 'entry.submitAgain' : 'entry.submit')}
          </Button>
        </FixedAction>
      }
    >
      {reason && (
        <Card tone="amber">
          <View className="apply-reason">{t('entry.declinedTitle')}</View>
          <Quote words={reason} tone="amber" />
        </Card>
      )}
      {refusal && refusal.code !== 'invalid_fields' && refusal.code !== 'rules_outdated' && (
        <Refusal error={refusal} busy={busy} onRetry={() => void submit()} />
      )}
      <Section title={t('entry.aboutYou')}>
        <ProfileFields
          value={form}
          mistake={mistakes.nickname}
          preset={community.preset}
          onChange={change}
        />
      </Section>
      {questions.length > 0 && (
        <Section title={t('entry.questions')}>
          <FormRenderer
            fields={questions}
            value={form.answers}
            errors={answersOf(mistakes)}
            onChange={answer}
            timeZone={community.timeZone}
          />
        </Section>
      )}
      <Section
        title={`${t('entry.rules')} · ${t('entry.rulesVersion', { version: rules.version })}`}
      >
        {isRenewed && (
          <Card tone="amber">{t('entry.rulesRenewed', { version: rules.version })}</Card>
        )}
        <Card>
          <RuleList items={rules.items} />
        </Card>
        <Acceptance
          version={rules.version}
          accepted={form.accepted === rules.version}
          error={mistakes.accepted}
          onChange={(isAccepted) => change({ accepted: isAccepted ? rules.version : null })}
        />
      </Section>
    </Page>
  )
}

interface AcceptanceProps {
  version: number
  accepted: boolean
  error: string | undefined
  onChange: (isAccepted: boolean) => void
}

/** One tick, never set in advance. */
function Acceptance({ version, accepted, error, onChange }: AcceptanceProps) {
  const sentence = t('entry.acceptRules', { version })
  return (
    <View className={cx('apply-accept', error && 'hz-field--wrong apply-accept--wrong')}>
      <View
        className="apply-accept__row"
        onClick={() => onChange(!accepted)}
        {...spoken({ role: 'checkbox', label: sentence, checked: accepted, focusable: true })}
      >
        <View className={cx('apply-accept__box', accepted && 'apply-accept__box--on')}>
          {accepted && <Icon name="check" size="small" />}
        </View>
        <View className="apply-accept__words">{sentence}</View>
      </View>
      {error && (
        <View className="apply-accept__error" {...spoken({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  )
}

/** The sentences of the questions alone, by question. */
const answersOf = (mistakes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mistakes).flatMap(([key, words]) =>
      key.startsWith('answers.') ? [[key.slice('answers.'.length), words]] : [],
    ),
  )
