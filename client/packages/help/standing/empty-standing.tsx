import { Empty } from '../../../components/Empty'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'

interface Props {
  communityId: string
  isMine: boolean
  isSearched: boolean
  onAll: () => void
}

/** Nothing offered, or nothing found; and what to do about it. */
export function EmptyStanding({ communityId, isMine, isSearched, onAll }: Props) {
  if (isSearched) {
    return (
      <Empty
        picture="empty-board"
        title={t('help.standingNotFound')}
        text={t('help.emptyFoundText')}
        action={{ text: t('help.seeAll'), onClick: onAll }}
      />
    )
  }
  return (
    <Empty
      picture="thanks"
      title={t(isMine ? 'help.standingMineEmpty' : 'help.standingEmpty')}
      text={t(isMine ? 'help.standingMineEmptyText' : 'help.standingEmptyText')}
      action={{
        text: t('help.standingNew'),
        onClick: () => void navigate('help.standingEdit', { communityId }),
      }}
    />
  )
}
