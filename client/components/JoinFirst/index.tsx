import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { Empty } from '../Empty'

/** In place of a member's page: for a visitor the door, and without a community the way home. */
export function JoinFirst({ communityId }: { communityId: string | null }) {
  if (communityId === null) {
    return (
      <Empty
        picture="door"
        title={t('help.noCommunity')}
        text={t('help.noCommunityText')}
        action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
      />
    )
  }
  return (
    <Empty
      picture="door"
      title={t('help.notMember')}
      text={t('help.notMemberText')}
      action={{
        text: t('help.join'),
        onClick: () => void navigate('entry.door', { communityId }),
      }}
    />
  )
}
