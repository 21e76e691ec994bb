import { View } from '@tarojs/components'
import { DEFINITION_BOUNDS } from '../../../../types/definition'
import { ChoiceField } from '../../../components/ChoiceField'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import { Limits } from './limits'
import { Options } from './options'
import type { PartProps } from './part'

interface Props extends PartProps {
  /** One of the three every form has: its kind and its being required stay. */
  isFixed: boolean
  isForm: boolean
}

/** Everything one field says and demands. */
export function FieldEditor({ field, mistakes, onChange, isFixed, isForm }: Props) {
  const { kind, label, why = '', example = '', required, reviewersOnly = false } = field
  const hasExample = kind !== 'images' && kind !== 'dateTime' && !kind.endsWith('Choice')
  return (
    <View className="field-editor">
      <TextField
        label={t('forms.label')}
        value={label}
        maxLength={DEFINITION_BOUNDS.label[1]}
        error={mistakes.label ?? mistakes.key ?? mistakes.kind}
        onChange={(value) => onChange(() => ({ label: value }))}
      />
      {!isFixed && (
        <ChoiceField
          label={t('forms.required')}
          options={[
            { value: 'yes', label: t('forms.requiredYes') },
            { value: 'no', label: t('forms.requiredNo') },
          ]}
          value={required ? 'yes' : 'no'}
          onChange={(value) => onChange(() => ({ required: value === 'yes' }))}
        />
      )}
      <TextField
        label={t('forms.why')}
        placeholder={t('forms.whyExample')}
        required={false}
        value={why}
        maxLength={DEFINITION_BOUNDS.why[1]}
        error={mistakes.why}
        onChange={(value) => onChange(() => ({ why: value }))}
      />
      {hasExample && (
        <TextField
          label={t('forms.example')}
          placeholder={t('forms.exampleExample')}
          required={false}
          value={example}
          maxLength={DEFINITION_BOUNDS.example[1]}
          error={mistakes.example}
          onChange={(value) => onChange(() => ({ example: value }))}
        />
      )}
      {kind.endsWith('Choice') && <Options field={field} mistakes={mistakes} onChange={onChange} />}
      <Limits field={field} mistakes={mistakes} onChange={onChange} />
      {isForm && !isFixed && (
        <ChoiceField
          label={t('forms.seenBy')}
          options={[
            { value: 'all', label: t('forms.seenByAll') },
            { value: 'reviewers', label: t('forms.seenByReviewers') },
          ]}
          value={reviewersOnly ? 'reviewers' : 'all'}
          onChange={(value) => onChange(() => ({ reviewersOnly: value === 'reviewers' }))}
        />
      )}
    </View>
  )
}
