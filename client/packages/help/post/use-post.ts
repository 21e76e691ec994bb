import { useRef, useState } from 'react'
import type { FieldIssue } from '../../../../types/errors'
import type { Urgency } from '../../../../types/help-rules'
import { checkAnswers, type Template } from '../../../../types/template'
import { changed, type FieldChange } from '../../../components/FormRenderer/change'
import { fieldId, scrollTo } from '../../../components/FormRenderer/scroll'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { replaceBy } from '../../../services/navigate'
import { useRequestDraft } from './draft'
import { fitAnswers } from './fit'

/** Where the page says why it was refused. */
export const PROBLEM_ID = 'post-problem'

/** Refusals that the page explains in a way of its own. */
const EXPLAINED = ['invalid_fields', 'template_outdated', 'not_found']

/** Writing a request and putting it on the board. `onGone`: the form is no longer in use. */
export function usePost(
  communityId: string,
  template: Template,
  standingId: string | undefined,
  onGone: () => void,
) {
  const draft = useRequestDraft(communityId, template.key)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isOutdated, setOutdated] = useState(false)
  const [isKeptShown, setKeptShown] = useState(draft.wasKept)
  const post = useWrite('help.postRequest', ['help.listTemplates', 'help.listRequests', 'member.'])
  const { helpersNeeded, urgency, previousId } = draft.value
  const uploading = useRef(new Set<string>())
  const answers = fitAnswers(template.fields, draft.value.answers)

  function show(issues: readonly FieldIssue[]) {
    setErrors(fieldSentences(issues))
    const first = template.fields.find(({ key }) => issues.some(({ field }) => field === key))
    if (first) scrollTo(fieldId(first.key))
    toast(t('help.fixFields', { count: issues.length }), { kind: 'problem' })
  }

  async function send() {
    if (uploading.current.size > 0) return toast(t('help.picturesUnderWay'))
    const { values, issues } = checkAnswers(template.fields, answers, new Date())
    if (issues.length > 0) return show(issues)
    setErrors({})
    setOutdated(false)
    const result = await post.run({
      communityId,
      templateKey: template.key,
      templateVersion: template.version,
      helpersNeeded,
      bountyEach: Number(draft.value.bounty),
      urgency,
      answers: values,
      ...(previousId === null ? {} : { previousId }),
      ...(standingId === undefined ? {} : { standingId }),
    })
    if (result.ok) {
      const isShown = result.data.visibility === 'shown'
      draft.forget()
      toast(t(isShown ? 'help.published' : 'help.submitted'), { kind: 'done' })
      return replaceBy('help.request', {
        communityId,
        requestId: result.data.requestId,
        fresh: 'yes',
      })
    }
    const refused = issuesOf(result.error)
    if (refused.length > 0) return show(refused)
    if (result.error.code === 'not_found') {
      toast(t('help.formGone'), { kind: 'problem' })
      return onGone()
    }
    setOutdated(result.error.code === 'template_outdated')
    scrollTo(PROBLEM_ID)
  }

  return {
    answers,
    helpersNeeded,
    urgency,
    errors,
    isOutdated,
    wasKept: isKeptShown,
    busy: post.busy,
    problem: post.error && !EXPLAINED.includes(post.error.code) ? post.error : undefined,
    answer(fieldKey: string, change: FieldChange) {
      draft.change((before) => ({ answers: changed(before.answers, fieldKey, change) }))
      setErrors(({ [fieldKey]: _mended, ...others }) => others)
    },
    setUploading(fieldKey: string, count: number) {
      if (count > 0) uploading.current.add(fieldKey)
      else uploading.current.delete(fieldKey)
    },
    bounty: draft.value.bounty,
    setBounty: (bounty: string) => draft.change({ bounty }),
    setHelpersNeeded: (count: number) => draft.change({ helpersNeeded: count }),
    setUrgency: (chosen: Urgency) => draft.change({ urgency: chosen }),
    startAnew() {
      draft.forget()
      setErrors({})
      setKeptShown(false)
      toast(t('help.cleared'))
    },
    send,
  }
}
