import { Empty } from '../../../components/Empty'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { MineList } from './mine-list'
import { useMine } from './use-mine'

/** My requests and where I help: first what waits for me, then what goes on, then what is over. */
export default function Mine() {
  const t = useT()
  const communityId = useCommunityId()
  const mine = useMine(communityId)
  if (!communityId || mine.error?.code === 'not_member') {
    return <Page title={t('help.mineTitle')} empty={<JoinFirst communityId={communityId} />} />
  }
  return (
    <Page
      title={t('help.mineTitle')}
      loading={!mine.isThere && !mine.error}
      skeleton={<Skeleton count={4} />}
      error={mine.error}
      hasContent={mine.isThere}
      onRetry={mine.refresh}
      empty={
        mine.isEmpty && (
          <Empty
            picture="thanks"
            title={t('help.emptyAllMine')}
            text={t('help.emptyAllMineText')}
            action={{ text: t('help.seeOpen'), onClick: () => void navigate('help') }}
          />
        )
      }
    >
      <MineList communityId={communityId} mine={mine} />
    </Page>
  )
}
