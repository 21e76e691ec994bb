import { useState } from 'react'
import * as v from 'valibot'
import {
  CHOICES_MIN,
  defaultPassMark,
  type QuizQuestion,
  quizQuestion,
} from '../../../../types/training'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { goBack } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

type Form = { basedOn: number; passMark: number; questions: QuizQuestion[] }
export type Mistakes = Readonly<Record<string, string>>

const choiceOf = (n: number) => ({ value: `c${n}`, label: '' })

/** The next version of the quiz while it is written. */
export function useQuizDraft(
  communityId: string,
  current: { version: number; passMark: number; questions: readonly QuizQuestion[] },
) {
  const initial = {
    basedOn: current.version,
    passMark: current.passMark,
    questions: [...current.questions],
  }
  const draft = useDraft<Form>(`quiz-edit:${communityId}:${current.version}`, initial)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const publishing = useWrite('training.publish', ['training.get'])
  const { questions, passMark } = draft.value

  const put = (change: (before: QuizQuestion[]) => QuizQuestion[]) => {
    setMistakes({})
    draft.change((before) => {
      const next = change(before.questions)
      return { questions: next, passMark: Math.min(before.passMark, next.length) }
    })
  }
  const edit = (index: number, change: (before: QuizQuestion) => QuizQuestion) =>
    put((before) => before.map((question, at) => (at === index ? change(question) : question)))

  async function publish(): Promise<void> {
    const found = mistakesOf(questions)
    setMistakes(found)
    if (Object.keys(found).length > 0) return revealFirstMistake()
    const { ok } = await publishing.run({
      communityId,
      basedOn: current.version,
      passMark,
      questions,
    })
    if (!ok) return revealRefusal()
    draft.forget()
    toast(t('training.published'), { kind: 'done' })
    await goBack()
  }

  return {
    questions,
    passMark,
    mistakes,
    publishing,
    publish,
    isChanged: JSON.stringify(draft.value) !== JSON.stringify(initial),
    edit,
    setPassMark: (value: number) => draft.change({ passMark: value }),
    remove: (index: number) => put((before) => before.filter((_, at) => at !== index)),
    add: () => {
      put((before) => [...before, freshQuestion(before)])
      if (passMark === 0) draft.change({ passMark: defaultPassMark(1) })
    },
    addChoice: (index: number) =>
      edit(index, (before) => ({
        ...before,
        choices: [...before.choices, choiceOf(before.choices.length + 1)],
      })),
    removeChoice: (index: number) =>
      edit(index, (before) => ({ ...before, choices: before.choices.slice(0, -1) })),
  }
}

/** A key that no other question has, kept through later versions. */
function freshQuestion(others: readonly QuizQuestion[]): QuizQuestion {
  const taken = new Set(others.map(({ key }) => key))
  let n = others.length + 1
  while (taken.has(`q${n}`)) n += 1
  const choices = Array.from({ length: CHOICES_MIN }, (_, at) => choiceOf(at + 1))
  return { key: `q${n}`, text: '', choices, answer: '', why: '' }
}

/** Sentences by place (`0.text`, `2.answer`), from the very schema that the cloud checks by. */
function mistakesOf(questions: readonly QuizQuestion[]): Mistakes {
  const found: Record<string, string> = {}
  for (const [index, question] of questions.entries()) {
    const { issues } = v.safeParse(quizQuestion, question)
    for (const issue of issues ?? []) {
      const path = v.getDotPath(issue)
      const isAnswer = path === null || path === 'answer'
      found[`${index}.${path ?? 'answer'}`] = t(
        isAnswer ? 'training.pickAnswer' : 'training.tooShort',
      )
    }
  }
  return found
}
