import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AGENDA_MAX, EVENT_QUESTIONS_MAX, SPEAKERS_MAX } from '../../../../types/event-form'
import type { FieldDefinition } from '../../../../types/template'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Field } from '../../../components/Field'
import { fieldId } from '../../../components/FormRenderer/scroll'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import type { DraftField, EventDraft } from './draft'
import type { EventFormState } from './use-event-form'

interface Props {
  form: EventFormState
}

interface ListProps<T> {
  field: Extract<DraftField, 'agenda' | 'speakers' | 'questions'>
  form: EventFormState
  label: string
  why?: string
  items: readonly T[]
  max: number
  empty: (place: number) => T
  addText: string
  removeText: string
  render: (item: T, change: (part: Partial<T>) => void) => ReactNode
}

/** A list that grows by one button: each item on its own sheet, with the way to take it out again. */
function ListField<T extends object>(props: ListProps<T>) {
  const { field, form, label, why, items, max, empty, addText, removeText, render } = props
  const put = (make: (before: readonly T[]) => readonly T[]) =>
    form.change(
      (before) => ({ [field]: make(before[field] as unknown as T[]) }) as Partial<EventDraft>,
      field,
    )
  return (
    <View id={fieldId(field)}>
      <Field label={label} why={why} error={form.errorOf(field)}>
        {items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items are known by their order only
          <View key={place} className="event-item">
            {render(item, (part) =>
              put((before) => before.map((one, at) => (at === place ? { ...one, ...part } : one))),
            )}
            <Button
              small
              kind="quiet"
              icon="delete"
              onClick={() => put((before) => before.filter((_, at) => at !== place))}
            >
              {removeText}
            </Button>
          </View>
        ))}
        {items.length < max && (
          <Button
            small
            kind="secondary"
            icon="add"
            onClick={() => put((before) => [...before, empty(before.length)])}
          >
            {addText}
          </Button>
        )}
      </Field>
    </View>
  )
}

export function AgendaField({ form }: Props) {
  return (
    <ListField
      field="agenda"
      form={form}
      label={t('event.agendaLabel')}
      items={form.value.agenda}
      max={AGENDA_MAX}
      empty={() => ({ at: '', what: '' })}
      addText={t('event.addAgenda')}
      removeText={t('event.removeAgenda')}
      render={({ at, what }, change) => (
        <>
          <TextField
            label={t('event.agendaAt')}
            placeholder={t('event.agendaAtExample')}
            maxLength={20}
            value={at}
            onChange={(text) => change({ at: text })}
          />
          <TextField
            required
            label={t('event.agendaWhat')}
            placeholder={t('event.agendaWhatExample')}
            maxLength={60}
            value={what}
            onChange={(text) => change({ what: text })}
          />
        </>
      )}
    />
  )
}

export function SpeakersField({ form }: Props) {
  return (
    <ListField
      field="speakers"
      form={form}
      label={t('event.speakersLabel')}
      items={form.value.speakers}
      max={SPEAKERS_MAX}
      empty={() => ({ name: '', about: '' })}
      addText={t('event.addSpeaker')}
      removeText={t('event.removeSpeaker')}
      render={({ name, about }, change) => (
        <>
          <TextField
            required
            label={t('event.speakerName')}
            maxLength={16}
            value={name}
            onChange={(text) => change({ name: text })}
          />
          <TextField
            label={t('event.speakerAbout')}
            placeholder={t('event.speakerAboutExample')}
            maxLength={60}
            value={about}
            onChange={(text) => change({ about: text })}
          />
        </>
      )}
    />
  )
}

/** Keys stay unique however often questions are taken out and added. */
const newQuestion = (): FieldDefinition => ({
  key: `q${Date.now().toString(36)}`,
  kind: 'shortText',
  label: '',
  required: false,
})

export function QuestionsField({ form }: Props) {
  return (
    <ListField
      field="questions"
      form={form}
      label={t('event.questionsLabel')}
      why={t('event.questionsWhy')}
      items={form.value.questions}
      max={EVENT_QUESTIONS_MAX}
      empty={newQuestion}
      addText={t('event.addQuestion')}
      removeText={t('event.removeQuestion')}
      render={({ label, required }, change) => (
        <>
          <TextField
            required
            label={t('event.questionLabel')}
            placeholder={t('event.questionExample')}
            maxLength={20}
            value={label}
            onChange={(text) => change({ label: text })}
          />
          <ChoiceField
            label={t('event.questionRequired')}
            options={[
              { value: 'no', label: t('event.questionOptional') },
              { value: 'yes', label: t('event.questionRequired') },
            ]}
            value={required ? 'yes' : 'no'}
            onChange={(answer) => change({ required: answer === 'yes' })}
          />
        </>
      )}
    />
  )
}
