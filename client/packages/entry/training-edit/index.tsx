import type { CallOutput } from '../../../../types/contract'
import { QUESTIONS_MAX } from '../../../../types/training'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { Skeleton } from '../../../components/Skeleton'
import { Stepper } from '../../../components/Stepper'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { CallError } from '../../../services/call'
import { QuestionEditor } from './question-editor'
import { useQuizDraft } from './use-quiz-draft'

type QuizView = CallOutput<'training.get'>
type Questions = NonNullable<QuizView['editable']>

/** Writing the quiz: questions, the right answer of each and why it is right. */
export default function TrainingEdit() {
  const communityId = useCommunityId()
  const { data, error, refresh } = useRead('training.get', communityId ? { communityId } : null)
  if (!communityId) return <NoCommunity title={t('training.editTitle')} />
  if (!data?.editable) {
    const refused = data ? new CallError('forbidden') : error
    return (
      <Page
        title={t('training.editTitle')}
        loading={!refused}
        skeleton={<Skeleton shape="form" count={3} />}
        error={refused}
        onRetry={() => void refresh()}
      />
    )
  }
  return (
    <Editor key={data.version} communityId={communityId} quiz={data} questions={data.editable} />
  )
}

interface Props {
  communityId: string
  quiz: QuizView
  questions: Questions
}

function Editor({ communityId, quiz, questions }: Props) {
  const { version, passMark } = quiz
  const draft = useQuizDraft(communityId, { version, passMark, questions })
  const { publishing } = draft
  return (
    <Page
      title={t('training.editTitle')}
      lead={t('training.editLead')}
      footer={
        <FixedAction {...(draft.isChanged ? {} : { note: t('training.same') })}>
          <Button
            full
            disabled={!draft.isChanged}
            busy={publishing.busy}
            onClick={() => void draft.publish()}
          >
            {t('training.publish')}
          </Button>
        </FixedAction>
      }
    >
      <Refusal
        error={publishing.error}
        busy={publishing.busy}
        onRetry={() => void draft.publish()}
      />
      <Stepper
        label={t('training.passMark')}
        value={draft.passMark}
        min={0}
        max={draft.questions.length}
        onChange={draft.setPassMark}
      />
      {draft.questions.map((question, index) => (
        <QuestionEditor
          key={question.key}
          number={index + 1}
          question={question}
          mistakeAt={(path) => draft.mistakes[`${index}.${path}`]}
          onChange={(part) => draft.edit(index, (before) => ({ ...before, ...part }))}
          onAddChoice={() => draft.addChoice(index)}
          onRemoveChoice={() => draft.removeChoice(index)}
          onRemove={() => draft.remove(index)}
        />
      ))}
      {draft.questions.length < QUESTIONS_MAX && (
        <Button full kind="secondary" icon="add" onClick={draft.add}>
          {t('training.addQuestion')}
        </Button>
      )}
    </Page>
  )
}
