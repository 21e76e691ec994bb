import { useState } from 'react'
import {
  CHALLENGE_ABOUT_MAX,
  CHALLENGE_TITLE_MAX,
  type ChallengeDetail,
  DIARY_PICTURES,
} from '../../../../types/challenge'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { NoCommunity } from '../../../components/NoCommunity'
import { NumberField } from '../../../components/NumberField'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Skeleton } from '../../../components/Skeleton'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t, useT } from '../../../i18n'
import { atZone } from '../../../i18n/time'
import { goBack, useParams } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'
import { CHANGED_BY_CHALLENGES } from '../parts/words'
import { DayField } from './day-field'
import { formOf, mistakesOf, newForm, type Typed, typedOf } from './form'
import './index.scss'

/** A new challenge, or one to be changed. */
export default function ChallengeEdit() {
  useT()
  const communityId = useCommunityId()
  const { challengeId } = useParams('recognition.challengeEdit')
  const { data, error, refresh } = useRead(
    'challenge.get',
    communityId && challengeId ? { communityId, challengeId } : null,
  )
  if (!communityId) return <NoCommunity title={t('recognition.createChallenge')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  if (challengeId && !data) {
    return (
      <Page
        title={t('recognition.editChallenge')}
        loading={!error}
        skeleton={<Skeleton shape="form" count={5} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return (
    <Form
      // Changed by somebody else meanwhile: the form begins anew with what stands now.
      key={data ? `${data.challengeId} ${data.revision}` : 'new'}
      communityId={communityId}
      challenge={data ?? null}
    />
  )
}

interface Props {
  communityId: string
  challenge: ChallengeDetail | null
}

function useSending({ communityId, challenge }: Props, form: Typed, onDone: () => void) {
  const creating = useWrite('challenge.create', CHANGED_BY_CHALLENGES)
  const editing = useWrite('challenge.edit', CHANGED_BY_CHALLENGES)
  const send = async () => {
    const sent = formOf(form)
    const result = challenge
      ? await editing.run({
          communityId,
          challengeId: challenge.challengeId,
          revision: challenge.revision,
          form: sent,
        })
      : await creating.run({ communityId, form: sent })
    if (!result.ok) return revealRefusal()
    onDone()
  }
  return {
    send,
    busy: creating.busy || editing.busy,
    error: challenge ? editing.error : creating.error,
  }
}

function Form({ communityId, challenge }: Props) {
  const timeZone = useTimeZone(communityId)
  const today = challenge?.today ?? atZone(new Date().toISOString(), timeZone).format('YYYY-MM-DD')
  const draft = useDraft<Typed>(
    `challenge:${communityId}:${challenge ? `${challenge.challengeId}:${challenge.revision}` : ''}`,
    challenge ? typedOf(challenge) : newForm(today),
  )
  const [isChecked, setChecked] = useState(false)
  const form = draft.value
  const sending = useSending({ communityId, challenge }, form, () => {
    draft.forget()
    toast(t(challenge ? 'recognition.challengeSaved' : 'recognition.challengeOpened'), {
      kind: 'done',
    })
    void goBack()
  })
  const hasBegun = challenge !== null && challenge.phase !== 'upcoming'
  const mistakes = isChecked ? mistakesOf(form) : {}
  const wrong = sending.error ? fieldSentences(issuesOf(sending.error)) : {}
  const bound = (name: keyof typeof mistakes) =>
    mistakes[name] === undefined
      ? undefined
      : t(`recognition.wrong_${name}`, { max: mistakes[name] })
  const submit = () => {
    setChecked(true)
    if (Object.keys(mistakesOf(form)).length > 0) return revealFirstMistake()
    void sending.send()
  }
  return (
    <Page
      title={t(challenge ? 'recognition.editChallenge' : 'recognition.createChallenge')}
      lead={t(hasBegun ? 'recognition.hasBegun' : 'recognition.createLead')}
      footer={
        <FixedAction>
          <Button full busy={sending.busy} onClick={submit}>
            {t(challenge ? 'recognition.saveChallenge' : 'recognition.openChallenge')}
          </Button>
        </FixedAction>
      }
    >
      <Problem
        error={sending.error}
        communityId={communityId}
        busy={sending.busy}
        onRetry={() => void sending.send()}
      />
      <TextField
        label={t('recognition.formTitle')}
        placeholder={t('recognition.formTitleExample')}
        maxLength={CHALLENGE_TITLE_MAX}
        value={form.title}
        error={bound('title') ?? wrong.title}
        onChange={(title) => draft.change({ title })}
      />
      <TextField
        label={t('recognition.formAbout')}
        placeholder={t('recognition.formAboutExample')}
        long
        required={false}
        maxLength={CHALLENGE_ABOUT_MAX}
        value={form.about}
        error={wrong.about}
        onChange={(about) => draft.change({ about })}
      />
      <DayField
        label={t('recognition.formFirst')}
        value={form.firstDay}
        from={today}
        disabled={hasBegun}
        onChange={(firstDay) => draft.change({ firstDay })}
      />
      <DayField
        label={t('recognition.formLast')}
        value={form.lastDay}
        from={form.firstDay}
        disabled={hasBegun}
        error={bound('lastDay')}
        onChange={(lastDay) => draft.change({ lastDay })}
      />
      {!hasBegun && (
        <>
          <NumberField
            label={t('recognition.formNeeded')}
            why={t('recognition.formNeededWhy')}
            unit={t('recognition.dayUnit')}
            value={form.daysNeeded}
            error={bound('daysNeeded')}
            onChange={(daysNeeded) => draft.change({ daysNeeded })}
          />
          <ChoiceField
            label={t('recognition.formPictures')}
            options={DIARY_PICTURES.map((value) => ({
              value,
              label: t(`recognition.pictures_${value}`),
            }))}
            value={form.pictures}
            onChange={(value) =>
              draft.change({
                pictures: DIARY_PICTURES.find((option) => option === value) ?? 'optional',
              })
            }
          />
        </>
      )}
      <NumberField
        label={t('recognition.formCapacity')}
        unit={t('recognition.personUnit')}
        value={form.capacity}
        error={bound('capacity')}
        onChange={(capacity) => draft.change({ capacity })}
      />
    </Page>
  )
}
