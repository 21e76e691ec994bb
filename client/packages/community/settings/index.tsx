import { useState } from 'react'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Segmented } from '../../../components/Segmented'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { Describing } from './describing'
import { Questions } from './questions'

type Side = 'face' | 'questions'

/** What admins change of the community: its name, purpose and welcome, and what the door asks. */
export default function CommunitySettings() {
  const communityId = useCommunityId()
  const [side, setSide] = useState<Side>('face')
  const {
    data: settings,
    error,
    refresh,
  } = useRead('community.getSettings', communityId ? { communityId } : null)
  if (!communityId) return <NoCommunity title={t('community.settingsTitle')} />
  if (!settings) {
    return (
      <Page
        title={t('community.settingsTitle')}
        loading={!error}
        skeleton={<Skeleton shape="form" count={3} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  const shared = {
    communityId,
    settings,
    sides: (
      <Segmented
        label={t('community.settingsTitle')}
        value={side}
        options={[
          { value: 'face', label: t('community.settingsFace') },
          { value: 'questions', label: t('community.settingsQuestions') },
        ]}
        onChange={setSide}
      />
    ),
  }
  return side === 'face' ? <Describing {...shared} /> : <Questions {...shared} />
}
