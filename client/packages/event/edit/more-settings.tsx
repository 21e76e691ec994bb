import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  GUESTS_MAX,
  SERIES_MAX,
  WAITLIST_POLICIES,
  type WaitlistPolicy,
} from '../../../../types/event-form'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { ImagesField } from '../../../components/ImagesField'
import type { Album } from '../../../components/ImagesField/use-uploads'
import { Stepper } from '../../../components/Stepper'
import { t } from '../../../i18n'
import type { Repeat } from './draft'
import { AgendaField, QuestionsField, SpeakersField } from './lists'
import type { EventFormState } from './use-event-form'

const REPEATS = ['none', 'week', 'twoWeeks', 'month'] as const satisfies readonly Repeat[]
/** Minutes to answer an offered seat in, within SEAT_OFFER_MINUTES. */
const OFFER_MINUTES = [30, 60, 120, 360, 1440]
const YES_NO = ['no', 'yes'] as const

interface Props {
  form: EventFormState
  /** Where a cover of one's own goes; undefined until the phone knows who it is. */
  album: Album | undefined
}

/** Everything that has a good default: opened by whoever wants more than the usual. */
export function MoreSettings({ form, album }: Props) {
  const { value, change, errorOf } = form
  const hasGaps = Boolean(errorOf('agenda') ?? errorOf('speakers') ?? errorOf('questions'))
  const [isOpen, setOpen] = useState(form.isEdit)
  if (!isOpen && !hasGaps) {
    return (
      <Button full kind="secondary" icon="down" onClick={() => setOpen(true)}>
        {t('event.moreSettings')}
      </Button>
    )
  }
  return (
    <View>
      {album && (
        <ImagesField
          label={t('event.cover')}
          why={t('event.coverWhy')}
          value={value.cover === null ? [] : [value.cover]}
          onChange={(make) =>
            change((before) => ({
              cover: make(before.cover === null ? [] : [before.cover])[0] ?? null,
            }))
          }
          max={1}
          album={album}
          onUploading={form.setUploading}
        />
      )}
      <AgendaField form={form} />
      <SpeakersField form={form} />
      <Seats form={form} />
      <QuestionsField form={form} />
      <ChoiceField
        label={t('event.collectsQuestions')}
        options={YES_NO.map((answer) => ({ value: answer, label: t(`event.collects_${answer}`) }))}
        value={value.collectsQuestions ? 'yes' : 'no'}
        onChange={(answer) => change({ collectsQuestions: answer === 'yes' })}
      />
      {value.kind === 'volunteering' && (
        <Stepper
          label={t('event.volunteerHours')}
          why={t('event.volunteerHoursWhy', { hours: value.volunteerHours })}
          value={value.volunteerHours * 2}
          onChange={(halves) => change({ volunteerHours: halves / 2 })}
          min={0}
          max={48}
          unit={t('event.volunteerHoursUnit')}
        />
      )}
      {!form.isEdit && <Repeating form={form} />}
    </View>
  )
}

function Seats({ form: { value, change } }: { form: EventFormState }) {
  return (
    <>
      <Stepper
        label={t('event.guestsMax')}
        value={value.guestsMax}
        onChange={(guestsMax) => change({ guestsMax })}
        min={0}
        max={GUESTS_MAX}
        unit={t('event.guestsUnit')}
      />
      <ChoiceField
        look="rows"
        label={t('event.needsApproval')}
        options={YES_NO.map((answer) => ({
          value: answer,
          label: t(`event.needsApproval_${answer}`),
        }))}
        value={value.needsApproval ? 'yes' : 'no'}
        onChange={(answer) => change({ needsApproval: answer === 'yes' })}
      />
      <ChoiceField
        look="rows"
        label={t('event.waitlist')}
        options={WAITLIST_POLICIES.map((policy) => ({
          value: policy,
          label: t(`event.waitlist_${policy}`),
        }))}
        value={value.waitlist}
        onChange={(policy) => change({ waitlist: policy as WaitlistPolicy })}
      />
      {value.waitlist === 'timedOffer' && (
        <ChoiceField
          label={t('event.offerMinutes')}
          options={OFFER_MINUTES.map((minutes) => ({
            value: String(minutes),
            label:
              minutes % 60 === 0
                ? t('event.offerHours', { hours: minutes / 60 })
                : t('event.offerMinutesShort', { minutes }),
          }))}
          value={String(value.offerMinutes)}
          onChange={(minutes) => change({ offerMinutes: Number(minutes) })}
        />
      )}
    </>
  )
}

function Repeating({ form: { value, change } }: { form: EventFormState }) {
  return (
    <>
      <ChoiceField
        label={t('event.repeat')}
        options={REPEATS.map((repeat) => ({ value: repeat, label: t(`event.repeat_${repeat}`) }))}
        value={value.repeat}
        onChange={(repeat) => change({ repeat: repeat as Repeat })}
      />
      {value.repeat !== 'none' && (
        <Stepper
          label={t('event.repeatTimes')}
          value={value.repeatTimes}
          onChange={(repeatTimes) => change({ repeatTimes })}
          min={2}
          max={SERIES_MAX}
          unit={t('event.repeatTimesUnit')}
        />
      )}
    </>
  )
}
