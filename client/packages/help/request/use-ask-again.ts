import type { RequestDetail } from '../../../../types/help-views'
import { type Answers, checkAnswers, type Template } from '../../../../types/template'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { navigate, replaceBy } from '../../../services/navigate'
import { beginFrom } from '../post/draft'
import { fitAnswers } from '../post/fit'
import { CHANGED_BY_STEPS } from './use-accept'

/**
 * The same request once more, by a new deadline: sent as it is when it still fits the form, which may
 * have changed since; else the form opens with what was written. What pressed then need not press
 * now, so it is asked as a normal one unless the form is opened.
 */
export function useAskAgain(request: RequestDetail, communityId: string) {
  const { data } = useRead('help.listTemplates', { communityId })
  const post = useWrite('help.postRequest', CHANGED_BY_STEPS)
  const { requestId, templateKey, fields, helpersNeeded } = request
  const template = data?.templates.find(({ key }) => key === templateKey)
  const said: Answers = Object.fromEntries(
    fields.flatMap(({ key, value }) => (key === 'deadline' ? [] : [[key, value]])),
  )

  function open() {
    const draft = { answers: said, helpersNeeded, urgency: 'normal' as const, bounty: '' }
    beginFrom(communityId, templateKey, { ...draft, previousId: requestId })
    void navigate('help.post', { communityId, templateId: templateKey })
  }

  async function send(deadline: string) {
    const answers = template && fitting(template, { ...said, deadline })
    if (!template || !answers) return open()
    const result = await post.run({
      communityId,
      templateKey,
      templateVersion: template.version,
      helpersNeeded,
      answers,
      previousId: requestId,
    })
    if (!result.ok) return
    toast(t('help.askedAgain'), { kind: 'done' })
    await replaceBy('help.request', {
      communityId,
      requestId: result.data.requestId,
      fresh: 'yes',
    })
  }

  return { send, open, busy: post.busy, error: post.error }
}

function fitting({ fields }: Template, said: Answers): Answers | null {
  const { values, issues } = checkAnswers(fields, fitAnswers(fields, said), new Date())
  return issues.length === 0 ? values : null
}
