import { PublishedPage } from '../../../components/PublishedPage'
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
  const asked = useCommunityId()
  const read = useRead('recognition.get', asked ? { communityId: asked } : null)
  return (
    <PublishedPage
      read={read}
      title={t('recognition.title')}
      lead={t('recognition.lead')}
      editText={t('recognition.edit')}
      editor={(current, communityId, onEnd) => (
        <Editor communityId={communityId} current={current} onEnd={onEnd} />
      )}
    >
      {(data, communityId) => (
        <>
          <Standing recognition={data} />
          <Medals communityId={communityId} medals={data.medals} />
          <Ladder recognition={data} />
          <Deeds recognition={data} />
          {data.hasFrames && <Frames communityId={communityId} chosen={data.frame} />}
          <Ranked communityId={communityId} isRanked={data.isRanked} />
        </>
      )}
    </PublishedPage>
  )
}
