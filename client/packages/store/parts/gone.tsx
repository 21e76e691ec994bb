import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { t } from '../../../i18n'
import type { CallError } from '../../../services/call'
import { navigate } from '../../../services/navigate'

interface Props {
  what: 'item' | 'order'
  communityId: string | null
  error?: CallError | undefined
}

/** A cut link, somebody else's, or no longer there; for a visitor the door. */
export function Gone({ what, communityId, error }: Props) {
  if (!communityId || error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={communityId} />} />
  }
  return (
    <Page
      empty={
        <Empty
          picture="empty-board"
          title={t(`store.${what}Gone`)}
          text={t(`store.${what}GoneText`)}
          action={{
            text: t('store.toStore'),
            onClick: () => void navigate('store.items', { communityId }),
          }}
        />
      }
    />
  )
}

export const isGone = (error: CallError | undefined): boolean =>
  error?.code === 'not_found' || error?.code === 'not_member'
