import { useEffect } from 'react'
import { Empty } from '../../../components/Empty'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { navigate, replaceBy } from '../../../services/navigate'
import { ApplyForm } from './apply-form'
import './index.scss'

/** The application: first one, correction while it waits, or a new try. */
export default function Apply() {
  const communityId = useCommunityId()
  const {
    data: door,
    error,
    refresh,
  } = useRead('entry.getDoor', communityId ? { communityId } : null)
  const isMember = door?.standing === 'member'
  useEffect(() => {
    if (isMember && communityId) void replaceBy('entry.door', { communityId })
  }, [isMember, communityId])

  if (!communityId) {
    return (
      <Page>
        <Empty
          picture="error"
          title={t('entry.noDoor')}
          text={t('entry.noDoorText')}
          action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
        />
      </Page>
    )
  }
  if (!door || isMember) {
    return (
      <Page
        title={t('entry.applyTitle')}
        loading={!error}
        skeleton={<Skeleton shape="form" count={4} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return <ApplyForm door={door} />
}
