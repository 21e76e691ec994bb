import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ChoiceField } from '../../../components/ChoiceField'
import { Empty } from '../../../components/Empty'
import { FixedAction } from '../../../components/FixedAction'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Quote } from '../../../components/Quote'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { revealFirstMistake, revealTop } from '../../../services/reveal'
import './index.scss'

type QuizView = CallOutput<'training.get'>
type Marked = CallOutput<'training.submit'>

/** The short quiz before the first post: questions, then what is right and why. */
export default function Training() {
  const communityId = useCommunityId()
  const {
    data: quiz,
    error,
    refresh,
  } = useRead('training.get', communityId ? { communityId } : null)
  if (!communityId) return <NoCommunity title={t('training.title')} />
  if (!quiz) {
    return (
      <Page
        title={t('training.title')}
        loading={!error}
        skeleton={<Skeleton shape="form" count={3} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return <Quiz key={quiz.version} communityId={communityId} quiz={quiz} />
}

function Quiz({ communityId, quiz }: { communityId: string; quiz: QuizView }) {
  const { version, questions, passMark } = quiz
  const draft = useDraft<Record<string, string>>(`quiz:${communityId}:${version}`, {})
  const [marked, setMarked] = useState<Marked | null>(null)
  const [isMissing, setMissing] = useState(false)
  const submitting = useWrite('training.submit', ['training.get'])
  const edit = quiz.editable && (
    <Button
      kind="quiet"
      small
      icon="edit"
      onClick={() => void navigate('entry.trainingEdit', { communityId })}
    >
      {t('training.edit')}
    </Button>
  )

  async function submit() {
    const isWhole = questions.every(({ key }) => draft.value[key])
    setMissing(!isWhole)
    if (!isWhole) return revealFirstMistake()
    const answers = Object.fromEntries(questions.map(({ key }) => [key, draft.value[key] ?? '']))
    const result = await submitting.run({ communityId, version, answers })
    revealTop()
    if (!result.ok) return
    draft.forget()
    setMarked(result.data)
  }

  if (questions.length === 0) {
    return (
      <Page title={t('training.title')} aside={edit}>
        <Empty picture="done" title={t('training.none')} text={t('training.noneText')} />
      </Page>
    )
  }
  const isOpen = !marked && !quiz.passed
  return (
    <Page
      title={t('training.title')}
      lead={t('training.lead', { count: questions.length, pass: passMark })}
      aside={edit}
      footer={
        <FixedAction {...(isMissing ? { note: t('training.answerAll') } : {})}>
          <Foot
            marked={marked}
            isOpen={isOpen}
            busy={submitting.busy}
            onSubmit={() => void submit()}
            onAgain={() => {
              setMarked(null)
              revealTop()
            }}
          />
        </FixedAction>
      }
    >
      <Problem
        error={submitting.error}
        communityId={communityId}
        busy={submitting.busy}
        onRetry={() => void submit()}
      />
      <Outcome quiz={quiz} marked={marked} />
      {questions.map((question, index) => (
        <Question
          key={question.key}
          number={index + 1}
          question={question}
          value={draft.value[question.key] ?? null}
          error={isMissing && !draft.value[question.key] ? t('training.answerAll') : undefined}
          result={marked?.results.find(({ key }) => key === question.key)}
          onChange={(value) => draft.change({ [question.key]: value })}
        />
      ))}
    </Page>
  )
}

function Outcome({ quiz, marked }: { quiz: QuizView; marked: Marked | null }) {
  if (marked && !marked.passed) {
    return (
      <Card tone="amber">
        <View className="quiz__outcome">{t('training.failed', { right: marked.right })}</View>
        <View>{t('training.failedText')}</View>
      </Card>
    )
  }
  if (!marked && !quiz.passed) return null
  return (
    <Card tone="jade">
      <View className="quiz__outcome">
        {marked ? t('training.passed', { right: marked.right }) : t('training.passedTitle')}
      </View>
      <View>{t('training.passedText')}</View>
    </Card>
  )
}

interface FootProps {
  marked: Marked | null
  isOpen: boolean
  busy: boolean
  onSubmit: () => void
  onAgain: () => void
}

function Foot({ marked, isOpen, busy, onSubmit, onAgain }: FootProps) {
  if (marked && !marked.passed) {
    return (
      <Button full onClick={onAgain}>
        {t('training.again')}
      </Button>
    )
  }
  if (isOpen) {
    return (
      <Button full busy={busy} onClick={onSubmit}>
        {t('training.submit')}
      </Button>
    )
  }
  return (
    <Button full onClick={() => void navigate('help')}>
      {t('training.toBoard')}
    </Button>
  )
}

interface QuestionProps {
  number: number
  question: QuizView['questions'][number]
  value: string | null
  error: string | undefined
  result: Marked['results'][number] | undefined
  onChange: (value: string) => void
}

/** One question; after handing in, what is right and why stand in place of the choices. */
function Question({ number, question, value, error, result, onChange }: QuestionProps) {
  const { text, choices } = question
  const label = `${number}. ${text}`
  if (!result) {
    return (
      <ChoiceField
        look="rows"
        label={label}
        error={error}
        options={[...choices]}
        value={value}
        onChange={onChange}
      />
    )
  }
  const answer = choices.find((choice) => choice.value === result.answer)?.label ?? ''
  return (
    <Card>
      <View className="quiz__text">{label}</View>
      <View className={result.right ? 'quiz__mark quiz__mark--right' : 'quiz__mark'}>
        {result.right ? t('training.right') : t('training.wrong', { answer })}
      </View>
      <Quote words={result.why} tone={result.right ? 'jade' : 'amber'} />
    </Card>
  )
}
