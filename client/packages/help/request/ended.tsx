import type { RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import type { OpenSheet } from './sheet'

interface Props {
  request: RequestDetail
  communityId: string
  onSheet: (sheet: OpenSheet) => void
}

/** What came after the end: the request that asked again, or the tap that does. */
export function Ended({ request, communityId, onSheet }: Props) {
  const { nextId } = request
  if (nextId) {
    return (
      <Button
        small
        kind="quiet"
        icon="arrow"
        onClick={() => void navigate('help.request', { communityId, requestId: nextId })}
      >
        {t('help.seeNext')}
      </Button>
    )
  }
  return (
    <Button small kind="secondary" icon="refresh" onClick={() => onSheet({ name: 'askAgain' })}>
      {t('help.askAgain')}
    </Button>
  )
}
