import { View } from '@tarojs/components'
import type { RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'

interface Props {
  request: RequestDetail
  communityId: string
}

/** To its author, while others do not see a request: why that is, and where it is mended. */
export function Held({ request, communityId }: Props) {
  const { requestId, visibility } = request
  if (visibility === 'shown') return null
  const caseId = `request:${requestId}`
  return (
    <Card tone="amber">
      <View className="request-fresh">
        <View className="request-fresh__title">{t(`help.held_${visibility}`)}</View>
        <View className="request-fresh__text">{t(`help.heldText_${visibility}`)}</View>
        <View className="request-fresh__actions">
          <Button
            kind="secondary"
            small
            onClick={() => void navigate('moderation.case', { communityId, caseId })}
          >
            {t(visibility === 'returned' ? 'help.heldMend' : 'help.heldSee')}
          </Button>
        </View>
      </View>
    </Card>
  )
}
