import type { RequestDetail } from '../../../../types/help'
import type { Answers } from '../../../../types/template'
import { Button } from '../../../components/Button'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { beginFrom } from '../post/draft'

/** Asking once more with the same words; only the time is to be set anew. */
export function Ended({ request, communityId }: { request: RequestDetail; communityId: string }) {
  const { templateKey, fields, helpersNeeded } = request
  const askAgain = () => {
    const answers: Answers = Object.fromEntries(
      fields.flatMap(({ key, value }) => (key === 'deadline' ? [] : [[key, value]])),
    )
    beginFrom(communityId, templateKey, { answers, helpersNeeded })
    void navigate('help.post', { communityId, templateId: templateKey })
  }
  return (
    <Button small kind="secondary" icon="refresh" onClick={askAgain}>
      {t('help.askAgain')}
    </Button>
  )
}
