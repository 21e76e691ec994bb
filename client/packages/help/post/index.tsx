import { useState } from 'react'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useT } from '../../../i18n'
import { goBack, useParams } from '../../../services/navigate'
import { ChooseForm } from './choose-form'
import './index.scss'
import { PostForm } from './post-form'

/** Asking for help: first which form, then the form itself. */
export default function Post() {
  const t = useT()
  const communityId = useCommunityId()
  const { templateId: given, standingId } = useParams('help.post')
  const [chosen, setChosen] = useState<string | null>(given ?? null)
  const { data, error, refresh } = useRead(
    'help.listTemplates',
    communityId ? { communityId } : null,
  )
  const template = data?.templates.find(({ key }) => key === chosen)

  if (!communityId || error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={communityId} />} />
  }
  if (template) {
    return (
      <PostForm
        key={template.key}
        communityId={communityId}
        template={template}
        standingId={standingId}
        onOther={() => setChosen(null)}
      />
    )
  }
  return (
    <Page
      title={t('help.chooseTitle')}
      lead={t('help.chooseLead')}
      loading={!data && !error}
      skeleton={<Skeleton count={4} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      empty={
        data?.templates.length === 0 && (
          <Empty
            picture="empty-board"
            title={t('help.noForms')}
            text={t('help.noFormsText')}
            action={{ text: t('common.back'), onClick: () => void goBack() }}
          />
        )
      }
    >
      {data && (
        <ChooseForm communityId={communityId} templates={data.templates} onChoose={setChosen} />
      )}
    </Page>
  )
}
