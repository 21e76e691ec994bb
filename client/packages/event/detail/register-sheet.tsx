import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Answers } from '../../../../types/template'
import { checkAnswers } from '../../../../types/template'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { FormRenderer } from '../../../components/FormRenderer'
import { changed } from '../../../components/FormRenderer/change'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { Stepper } from '../../../components/Stepper'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { CHANGED_BY_EVENTS } from '../parts/ids'
import { registerText } from './foot'
import type { SheetProps } from './sheet'

interface Draft {
  guests: number
  usesCard: boolean
  answers: Answers
}

/** Signing up: the organiser's questions and who comes along; one tap where there are none. */
export function RegisterSheet({
  ids,
  event,
  timeZone,
  onClose,
}: SheetProps & { timeZone: string }) {
  const { questions, guestsMax, needsApproval } = event.form
  const draft = useDraft<Draft>(`register:${event.eventId}`, {
    guests: 0,
    usesCard: false,
    answers: {},
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const registering = useWrite('event.register', CHANGED_BY_EVENTS)
  const { guests, answers, usesCard } = draft.value
  const isFull = event.seatsTaken >= event.capacity || event.waiting > 0
  const isAsked = needsApproval || event.limit !== null
  const card = isFull && !isAsked ? event.seatCard : null

  async function send() {
    const { values, issues } = checkAnswers(questions, answers, new Date())
    setErrors(fieldSentences(issues))
    if (issues.length > 0) return
    const result = await registering.run({
      ...ids,
      guests,
      answers: values,
      ...(card !== null && usesCard ? { card } : {}),
    })
    if (!result.ok) return setErrors(fieldSentences(issuesOf(result.error)))
    draft.forget()
    onClose()
    const { state } = result.data
    if (state === 'seated' || state === 'waiting' || state === 'requested' || state === 'offered') {
      toast(t(`event.registered_${state}`), { kind: 'done' })
    }
  }

  const lead = isAsked ? 'event.registerAskLead' : isFull ? 'event.registerWaitLead' : null
  return (
    <Sheet
      open
      title={t('event.registerTitle')}
      onClose={onClose}
      footer={
        <Button full busy={registering.busy} onClick={() => void send()}>
          {registerText(event)}
        </Button>
      }
    >
      {lead && <View className="event-sheet__lead">{t(lead)}</View>}
      <Problem
        error={registering.error?.code === 'invalid_fields' ? undefined : registering.error}
        communityId={ids.communityId}
        busy={registering.busy}
        onRetry={() => void send()}
      />
      {guestsMax > 0 && (
        <Stepper
          label={t('event.guests')}
          why={t('event.guestsWhy', { max: guestsMax })}
          value={guests}
          onChange={(count) => draft.change({ guests: count })}
          min={0}
          max={guestsMax}
          unit={t('event.guestsUnit')}
        />
      )}
      {card !== null && (
        <ChoiceField
          look="rows"
          label={t('event.cardLabel')}
          why={t('event.cardWhy')}
          options={[
            { value: 'keep', label: t('event.cardKeep') },
            { value: 'use', label: t('event.cardUse') },
          ]}
          value={usesCard ? 'use' : 'keep'}
          onChange={(value) => draft.change({ usesCard: value === 'use' })}
        />
      )}
      <FormRenderer
        fields={questions}
        value={answers}
        errors={errors}
        onChange={(key, value) =>
          draft.change((before) => ({ answers: changed(before.answers, key, value) }))
        }
        timeZone={timeZone}
      />
    </Sheet>
  )
}
