import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { draftOf, FIXED_BOUNDS, type TemplateDraft } from '../../../../types/definition'
import { Empty } from '../../../components/Empty'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { goBack, useParams } from '../../../services/navigate'
import { newSlug } from '../fields/change'
import { FormEditor } from './form-editor'
import './index.scss'
import type { Subject } from './use-form-draft'

/** Editing one request form, or a new one. */
export default function Form() {
  const communityId = useCommunityId()
  const { formKey, from } = useParams('community.form')
  // A new form keeps the key it was given while the page is open.
  const [freshKey] = useState(newSlug)
  const {
    data: desk,
    error,
    refresh,
  } = useRead('help.listDefinitions', communityId ? { communityId } : null)
  if (!communityId) return <NoCommunity title={t('forms.editTitle')} />
  const subject = desk && subjectOf(desk, formKey, from, freshKey)
  if (subject) return <FormEditor communityId={communityId} subject={subject} />
  return (
    <Page
      title={t('forms.editTitle')}
      loading={!desk && !error}
      skeleton={<Skeleton shape="form" count={5} />}
      error={error}
      hasContent={Boolean(desk)}
      onRetry={() => void refresh()}
      empty={
        desk && (
          <Empty
            picture="error"
            title={t('forms.formGone')}
            action={{ text: t('forms.back'), onClick: () => void goBack() }}
          />
        )
      }
    />
  )
}

/** What is to be edited; null when the address names a form that is not there. */
function subjectOf(
  { items, builtIns }: CallOutput<'help.listDefinitions'>,
  formKey: string | undefined,
  from: string | undefined,
  freshKey: string,
): Subject | null {
  if (formKey !== undefined) {
    const current = items.find(({ template }) => template.key === formKey)?.template
    return current ? { key: formKey, current, beginning: draftOf(current), slot: formKey } : null
  }
  const builtIn = builtIns.find(({ key }) => key === from)
  // A built-in form keeps its key where it is free, so that its requests are told apart as its kind.
  const isFree = builtIn && !items.some(({ template }) => template.key === builtIn.key)
  return {
    key: isFree ? builtIn.key : freshKey,
    current: null,
    beginning: builtIn ? draftOf(builtIn) : blank(),
    slot: `new-${from ?? ''}`,
  }
}

/** The three fields every form has, to be given words of their own. */
const blank = (): TemplateDraft => ({
  name: '',
  hint: '',
  icon: 'hand',
  sensitivity: 'none',
  fields: [
    {
      key: 'what',
      kind: 'shortText',
      label: t('forms.blankWhat'),
      required: true,
      minLength: 4,
      maxLength: FIXED_BOUNDS.textMax,
    },
    {
      key: 'deadline',
      kind: 'dateTime',
      label: t('forms.blankDeadline'),
      required: true,
      minAheadMinutes: 30,
      maxAheadDays: FIXED_BOUNDS.aheadDaysMax,
    },
    {
      key: 'thanks',
      kind: 'shortText',
      label: t('forms.blankThanks'),
      required: true,
      minLength: 2,
      maxLength: FIXED_BOUNDS.textMax,
    },
  ],
})
