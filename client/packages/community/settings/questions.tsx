import { useState } from 'react'
import { checkQuestions, DEFINITION_BOUNDS, type FieldDraft } from '../../../../types/definition'
import type { FieldIssue } from '../../../../types/errors'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'
import { Conflict } from '../fields/conflict'
import { type ChangeFields, FieldsEditor } from '../fields/fields-editor'
import type { SideProps } from './describing'

interface Form {
  basedOn: number
  questions: FieldDraft[]
}

/** What the door asks: edited as a form's fields, published as a version. */
export function Questions({ communityId, settings, sides }: SideProps) {
  const { questions: current, questionsVersion } = settings
  const start: Form = { basedOn: questionsVersion, questions: [...current] }
  const draft = useDraft<Form>(`questions:${communityId}`, start)
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const publishing = useWrite('community.publishQuestions', ['community.', 'entry.getDoor'])
  const { basedOn, questions } = draft.value
  const isChanged = JSON.stringify(questions) !== JSON.stringify(current)
  const isOutdated = isChanged && basedOn !== questionsVersion
  const change: ChangeFields = (make) => {
    setMistakes({})
    publishing.clear()
    draft.change((before) => ({ questions: make(before.questions) }))
  }
  const mark = (issues: readonly FieldIssue[]) => {
    setMistakes(fieldSentences(issues))
    toast(t('forms.fixMistakes', { count: issues.length }), { kind: 'problem' })
    revealFirstMistake()
  }
  const publish = async () => {
    const { fields, issues } = checkQuestions(questions)
    if (issues.length > 0) return mark(issues)
    const result = await publishing.run({ communityId, basedOn, questions })
    if (!result.ok) {
      const refused = issuesOf(result.error)
      return refused.length > 0 ? mark(refused) : revealRefusal()
    }
    const { version } = result.data
    draft.change({ basedOn: version, questions: fields })
    toast(t('community.questionsPublished', { version }), { kind: 'done' })
  }
  return (
    <Page
      title={t('community.settingsTitle')}
      lead={t('community.questionsLead')}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('forms.same') })}>
          <Button kind="quiet" disabled={!isChanged} onClick={() => draft.change(start)}>
            {t('forms.drop')}
          </Button>
          <Button
            disabled={!isChanged || isOutdated}
            busy={publishing.busy}
            onClick={() => void publish()}
          >
            {t('forms.publish', { version: questionsVersion + 1 })}
          </Button>
        </FixedAction>
      }
    >
      {sides}
      {isOutdated ? (
        <Conflict
          version={questionsVersion}
          onTake={() => draft.change(start)}
          onKeep={() => draft.change({ basedOn: questionsVersion })}
        />
      ) : (
        <Refusal error={publishing.error} busy={publishing.busy} onRetry={() => void publish()} />
      )}
      {questions.length === 0 && <Card>{t('community.questionsNone')}</Card>}
      <FieldsEditor
        isForm={false}
        fields={questions}
        mistakes={mistakes}
        max={DEFINITION_BOUNDS.questions[1]}
        onChange={change}
      />
    </Page>
  )
}
