import { useEffect, useState } from 'react'
import { checkTemplate, draftOf, type TemplateDraft } from '../../../../types/definition'
import type { FieldIssue } from '../../../../types/errors'
import type { Template } from '../../../../types/template'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { goBack } from '../../../services/navigate'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'
import type { ChangeFields } from '../fields/fields-editor'

interface Form {
  /** The version that was edited: the cloud refuses when it is not the current one any more. */
  basedOn: number
  form: TemplateDraft
}

/** What is edited: a form in use, or the beginning of a new one under a key of its own. */
export interface Subject {
  key: string
  current: Template | null
  beginning: TemplateDraft
  /** Names the kept draft. */
  slot: string
}

/** A form while it is edited: what it says, what is wrong, publishing, and two admins at once. */
export function useFormDraft(communityId: string, { key, current, beginning, slot }: Subject) {
  const start = (): Form =>
    current ? { basedOn: current.version, form: draftOf(current) } : { basedOn: 0, form: beginning }
  const draft = useDraft<Form>(`form:${communityId}:${slot}`, start())
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const publishing = useWrite('help.publishTemplate', ['help.list', 'help.getRequest'])
  const { basedOn, form } = draft.value
  const { wasKept } = draft
  useEffect(() => {
    if (wasKept) toast(t('common.draftKept'))
  }, [wasKept])

  const change = (part: (before: TemplateDraft) => Partial<TemplateDraft>) => {
    setMistakes({})
    publishing.clear()
    draft.change((before) => ({ form: { ...before.form, ...part(before.form) } }))
  }
  const changeFields: ChangeFields = (make) => change(({ fields }) => ({ fields: make(fields) }))

  function mark(issues: readonly FieldIssue[]): void {
    setMistakes(fieldSentences(issues))
    toast(t('forms.fixMistakes', { count: issues.length }), { kind: 'problem' })
    revealFirstMistake()
  }

  return {
    form,
    mistakes,
    change,
    changeFields,
    busy: publishing.busy,
    error: publishing.error,
    isChanged: !current || JSON.stringify(form) !== JSON.stringify(draftOf(current)),
    /** Somebody published another version since this draft was begun. */
    isOutdated: basedOn !== (current?.version ?? 0),
    takeTheirs: () => draft.change(start()),
    keepMine: () => draft.change({ basedOn: current?.version ?? 0 }),
    drop() {
      draft.forget()
      void goBack()
    },
    async publish(): Promise<void> {
      const { issues } = checkTemplate(form)
      if (issues.length > 0) return mark(issues)
      const result = await publishing.run({ communityId, key, basedOn, draft: form })
      if (!result.ok) {
        const refused = issuesOf(result.error)
        return refused.length > 0 ? mark(refused) : revealRefusal()
      }
      draft.forget()
      const { version } = result.data
      toast(t('forms.published', { name: form.name.trim(), version }), { kind: 'done' })
      await goBack()
    },
  }
}
