import { useState } from 'react'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { Deeds } from './deeds'
import { Editor } from './editor'
import { Frames } from './frames'
import './index.scss'
import { Ladder } from './ladder'
import { Medals } from './medals'
import { Ranked } from './ranked'
import { Standing } from './standing'

/** Where I stand, what the levels are good for, what counts, and the medals. */
export default function Levels() {
  useT()
  const communityId = useCommunityId()
  const { data, error, refresh } = useRead('recognition.get', communityId ? { communityId } : null)
  const [isEditing, setEditing] = useState(false)
  if (!communityId) return <NoCommunity title={t('recognition.title')} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  if (data && isEditing) {
    return <Editor communityId={communityId} current={data} onEnd={() => setEditing(false)} />
  }
  return (
    <Page
      title={t('recognition.title')}
      lead={t('recognition.lead')}
      loading={!data && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={
        data?.mayPublish && (
          <FixedAction>
            <Button full kind="secondary" icon="edit" onClick={() => setEditing(true)}>
              {t('recognition.edit')}
            </Button>
          </FixedAction>
        )
      }
    >
      {data && (
        <>
          <Standing recognition={data} />
          <Medals communityId={communityId} medals={data.medals} />
          <Ladder recognition={data} />
          <Deeds recognition={data} />
          {data.hasFrames && <Frames communityId={communityId} chosen={data.frame} />}
          <Ranked communityId={communityId} isRanked={data.isRanked} />
        </>
      )}
    </Page>
  )
}
