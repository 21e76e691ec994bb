import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { navigate, useParams } from '../../../services/navigate'
import { StandingForm } from './standing-form'

/** Writing what one can always help with, or changing it. */
export default function StandingEdit() {
  useT()
  const communityId = useCommunityId()
  const { standingId } = useParams('help.standingEdit')
  const { data, error, refresh } = useRead(
    'help.getStanding',
    communityId && standingId ? { communityId, standingId } : null,
  )
  if (!communityId || error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={communityId} />} />
  }
  if (!standingId) return <StandingForm communityId={communityId} offer={null} />
  if (data?.own) return <StandingForm communityId={communityId} offer={data} />
  return (
    <Page
      title={t('help.standingEditTitle')}
      loading={!data && !error}
      skeleton={<Skeleton shape="form" count={3} />}
      error={error}
      onRetry={() => void refresh()}
      empty={
        data && (
          <Empty
            picture="empty-board"
            title={t('help.standingNotFound')}
            action={{
              text: t('help.standingTitle'),
              onClick: () => void navigate('help.standing', { communityId }),
            }}
          />
        )
      }
    />
  )
}
