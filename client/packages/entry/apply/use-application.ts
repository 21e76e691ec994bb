import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { AVATARS, type AvatarId } from '../../../../types/shape'
import { type Answers, checkAnswers } from '../../../../types/template'
import { changed, type FieldChange } from '../../../components/FormRenderer/change'
import type { ProfileValue } from '../../../components/ProfileFields'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, sentenceOf, t } from '../../../i18n'
import { checkTexts } from '../../../services/check-texts'
import { canGoBack, goBack, replaceBy } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

interface Form extends ProfileValue {
  answers: Answers
  /** The version of the rules that was ticked; a newer one has to be ticked again. */
  accepted: number | null
}

/** Sentences by the place they stand at: `nickname`, `accepted`, `answers.<key>`. */
type Mistakes = Readonly<Record<string, string>>

const anyAvatar = (): AvatarId => AVATARS[Math.floor(Math.random() * AVATARS.length)] ?? AVATARS[0]

/** The form of an application, its draft, its checks and its sending. */
export function useApplication(door: CallOutput<'entry.getDoor'>) {
  const { community, application, rules, questions } = door
  const communityId = community.id
  const draft = useDraft<Form>(`apply:${communityId}:${application?.revision ?? 0}`, {
    nickname: application?.nickname ?? '',
    avatar: application?.avatar ?? anyAvatar(),
    skills: application?.skills ?? [],
    interests: application?.interests ?? [],
    answers: application?.answers ?? {},
    accepted: null,
  })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const applying = useWrite('entry.apply', ['entry.getDoor'])
  const form = draft.value
  const { wasKept } = draft
  useEffect(() => {
    if (wasKept) toast(t('common.draftKept'))
  }, [wasKept])

  const change = (part: Parameters<typeof draft.change>[0]) => {
    draft.change(part)
    if (typeof part === 'object') setMistakes((before) => without(before, Object.keys(part)))
    applying.clear()
  }
  const answer = (key: string, given: FieldChange) => {
    draft.change((before) => ({ answers: changed(before.answers, key, given) }))
    setMistakes((before) => without(before, [`answers.${key}`]))
    applying.clear()
  }

  function mark(found: Mistakes): void {
    setMistakes(found)
    revealFirstMistake()
  }

  async function submit(): Promise<void> {
    // What is left of an answer to a question that is not asked any more must not be sent.
    const asked = new Set(questions.map(({ key }) => key))
    const given = Object.fromEntries(Object.entries(form.answers).filter(([key]) => asked.has(key)))
    const checked = checkAnswers(questions, given, new Date())
    const found: Mistakes = {
      ...fieldSentences(checkTexts({ nickname: form.nickname })),
      ...ofAnswers(fieldSentences(checked.issues)),
      ...(form.accepted === rules.version ? {} : { accepted: t('entry.acceptRulesFirst') }),
    }
    if (Object.keys(found).length > 0) return mark(found)
    const result = await applying.run({
      communityId,
      nickname: form.nickname,
      avatar: form.avatar,
      skills: form.skills,
      interests: form.interests,
      answers: checked.values,
      rulesVersion: rules.version,
    })
    if (result.ok) {
      draft.forget()
      toast(t('entry.sent'), { kind: 'done' })
      await leave(communityId)
    } else if (result.error.code === 'invalid_fields') {
      mark(ofAnswers(fieldSentences(issuesOf(result.error))))
    } else if (result.error.code === 'rules_outdated') {
      // The door is asked anew by now; the new rules stand above the tick that is missing.
      setMistakes({ accepted: t('entry.acceptRulesFirst') })
      toast(sentenceOf(result.error), { kind: 'problem' })
      revealFirstMistake()
    } else if (result.error.code === 'already_member') {
      draft.forget()
      toast(t('entry.notNeeded'))
      await leave(communityId)
    } else {
      revealRefusal()
    }
  }

  return {
    form,
    change,
    answer,
    mistakes,
    submit,
    busy: applying.busy,
    refusal: applying.error,
  }
}

/** Back to the door, which shows what became of the application. */
async function leave(communityId: string): Promise<void> {
  if (canGoBack()) await goBack()
  else await replaceBy('entry.door', { communityId })
}

const ofAnswers = (sentences: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(sentences).map(([key, words]) => [`answers.${key}`, words]))

const without = (mistakes: Mistakes, keys: readonly string[]): Mistakes =>
  Object.fromEntries(Object.entries(mistakes).filter(([key]) => !keys.includes(key)))
