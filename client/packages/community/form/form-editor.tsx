import { View } from '@tarojs/components'
import { useState } from 'react'
import { checkTemplate, DEFINITION_BOUNDS, type TemplateDraft } from '../../../../types/definition'
import { type Answers, SENSITIVITIES, TEMPLATE_ICONS } from '../../../../types/template'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { cx } from '../../../components/cx'
import { Field } from '../../../components/Field'
import { FixedAction } from '../../../components/FixedAction'
import { FormRenderer } from '../../../components/FormRenderer'
import { changed } from '../../../components/FormRenderer/change'
import { Icon } from '../../../components/Icon'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { Section } from '../../../components/Section'
import { Segmented } from '../../../components/Segmented'
import { TextField } from '../../../components/TextField'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { Conflict } from '../fields/conflict'
import { FieldsEditor } from '../fields/fields-editor'
import { type Subject, useFormDraft } from './use-form-draft'

interface Props {
  communityId: string
  subject: Subject
}

type Side = 'edit' | 'preview'

/** A form while it is edited, and as members will see it. */
export function FormEditor({ communityId, subject }: Props) {
  const [side, setSide] = useState<Side>('edit')
  const draft = useFormDraft(communityId, subject)
  const { form, isChanged, isOutdated } = draft
  const version = subject.current?.version ?? 0
  return (
    <Page
      title={t(subject.current ? 'forms.editTitle' : 'forms.create')}
      lead={subject.current ? t('forms.editLead', { version }) : t('forms.newLead')}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('forms.same') })}>
          <Button kind="quiet" onClick={draft.drop}>
            {t('forms.drop')}
          </Button>
          <Button
            disabled={!isChanged || isOutdated}
            busy={draft.busy}
            onClick={() => {
              setSide('edit')
              void draft.publish()
            }}
          >
            {version > 0 ? t('forms.publish', { version: version + 1 }) : t('forms.publishNew')}
          </Button>
        </FixedAction>
      }
    >
      {isOutdated ? (
        <Conflict version={version} onTake={draft.takeTheirs} onKeep={draft.keepMine} />
      ) : (
        <Refusal error={draft.error} busy={draft.busy} onRetry={() => void draft.publish()} />
      )}
      <Segmented
        label={t('forms.editTitle')}
        value={side}
        options={[
          { value: 'edit', label: t('forms.tabEdit') },
          { value: 'preview', label: t('forms.tabPreview') },
        ]}
        onChange={setSide}
      />
      {side === 'preview' ? (
        <Preview communityId={communityId} form={form} />
      ) : (
        <>
          <About form={form} mistakes={draft.mistakes} onChange={draft.change} />
          <Section title={t('forms.fields')}>
            <FieldsEditor
              isForm
              fields={form.fields}
              mistakes={draft.mistakes}
              max={DEFINITION_BOUNDS.fields[1]}
              onChange={draft.changeFields}
            />
          </Section>
        </>
      )}
    </Page>
  )
}

interface AboutProps {
  form: TemplateDraft
  mistakes: Readonly<Record<string, string>>
  onChange: (make: (before: TemplateDraft) => Partial<TemplateDraft>) => void
}

/** What the form is called, what it is for, how it is drawn, and whether a person looks first. */
function About({ form, mistakes, onChange }: AboutProps) {
  return (
    <>
      <TextField
        label={t('forms.name')}
        placeholder={t('forms.nameExample')}
        maxLength={DEFINITION_BOUNDS.name[1]}
        value={form.name}
        error={mistakes.name}
        onChange={(name) => onChange(() => ({ name }))}
      />
      <TextField
        label={t('forms.hint')}
        placeholder={t('forms.hintExample')}
        maxLength={DEFINITION_BOUNDS.hint[1]}
        value={form.hint}
        error={mistakes.hint}
        onChange={(hint) => onChange(() => ({ hint }))}
      />
      <Field label={t('forms.icon')}>
        <View className="form-icons" {...spoken({ role: 'radiogroup', label: t('forms.icon') })}>
          {TEMPLATE_ICONS.map((icon, at) => (
            <View
              key={icon}
              className={cx('form-icons__one', icon === form.icon && 'form-icons__one--on')}
              onClick={() => onChange(() => ({ icon }))}
              {...spoken({
                role: 'radio',
                label: t('forms.iconNumber', { number: at + 1 }),
                checked: icon === form.icon,
                focusable: true,
              })}
            >
              <Icon name={icon} />
            </View>
          ))}
        </View>
      </Field>
      <ChoiceField
        look="rows"
        label={t('forms.sensitivity')}
        error={mistakes.sensitivity}
        options={SENSITIVITIES.map((value) => ({
          value,
          label: t(`forms.sensitive_${value}`),
          hint: t(`forms.sensitiveHint_${value}`),
        }))}
        value={form.sensitivity}
        onChange={(chosen) =>
          onChange(() => ({ sensitivity: SENSITIVITIES.find((one) => one === chosen) ?? 'none' }))
        }
      />
    </>
  )
}

/** The form as members will fill it in, by the renderer they will have; nothing is sent or kept. */
function Preview({ communityId, form }: { communityId: string; form: TemplateDraft }) {
  const [answers, setAnswers] = useState<Answers>({})
  const timeZone = useTimeZone(communityId)
  const { definition } = checkTemplate(form)
  return (
    <>
      <View className="form-preview">{t('forms.previewNote')}</View>
      <Section title={definition.name || t('forms.newName')}>
        <View className="form-preview">{definition.hint}</View>
        <FormRenderer
          fields={definition.fields}
          value={answers}
          onChange={(key, change) => setAnswers((before) => changed(before, key, change))}
          timeZone={timeZone}
        />
      </Section>
    </>
  )
}
