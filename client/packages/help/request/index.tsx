import { useState } from 'react'
import type { RequestDetail } from '../../../../types/help-views'
import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { RemindMe } from '../../../components/RemindMe'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { useShare } from '../../../platform/share'
import { navigate, useParams } from '../../../services/navigate'
import { Foot } from './foot'
import { Head } from './head'
import './index.scss'
import type { OpenSheet } from './sheet'
import { Sheets } from './sheets'
import { Story } from './story'
import { useAccept } from './use-accept'
import { useCard } from './use-card'

/** One request from asking to thanks, with the looker's next step as one button at the foot. */
export default function Request() {
  useT()
  const communityId = useCommunityId()
  const { requestId, fresh } = useParams('help.request')
  const ids = communityId && requestId ? { communityId, requestId } : null
  const { data: request, error, refresh } = useRead('help.getRequest', ids)
  const timeZone = useTimeZone(communityId)
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const accept = useAccept(ids)

  const card = useCard(request, ids, timeZone)
  useShare(() => card)

  if (!ids || error?.code === 'not_found') return <Page empty={<Gone />} />
  if (error?.code === 'not_member') {
    return <Page empty={<JoinFirst communityId={ids.communityId} />} />
  }
  return (
    <Page
      loading={!request && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(request)}
      onRetry={() => void refresh()}
      footer={request && <Foot request={request} onSheet={setSheet} />}
    >
      {request && (
        <>
          <Head
            request={request}
            timeZone={timeZone}
            card={card}
            isFresh={Boolean(fresh)}
            communityId={ids.communityId}
          />
          <Remind request={request} />
          <Story
            request={request}
            timeZone={timeZone}
            communityId={ids.communityId}
            accepting={accept.underWay}
            onAccept={accept.accept}
            onSheet={setSheet}
          />
          <Sheets ids={ids} request={request} open={sheet} onClose={() => setSheet(null)} />
        </>
      )}
    </Page>
  )
}

const STANDING = ['offered', 'accepted', 'done']

/** For whoever waits for an answer here: the requester, and who has offered. */
function Remind({ request }: { request: RequestDetail }) {
  const isOver = ['thanked', 'cancelled', 'expired'].includes(request.state)
  const isHelper = request.offers.some(({ own, state }) => own && STANDING.includes(state))
  if (isOver || !(request.own || isHelper)) return null
  return <RemindMe topics={['help', 'deadline']}>{t('remind.why_help')}</RemindMe>
}

/** A cut link, a request of another community, or one that is no more. */
function Gone() {
  return (
    <Empty
      picture="empty-board"
      title={t('help.gone')}
      text={t('help.goneText')}
      action={{ text: t('help.seeOpen'), onClick: () => void navigate('help') }}
    />
  )
}
