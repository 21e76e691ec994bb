import type { RequestCard as Request } from '../../../../types/help-views'
import type { IconName } from '../../../components/Icon'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { LongList } from '../../../components/LongList'
import { MoreFoot } from '../../../components/MoreFoot'
import { RequestCard } from '../../../components/RequestCard'
import { Section } from '../../../components/Section'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import type { Mine } from './use-mine'

const waitIcons = {
  answerOffers: 'hand',
  confirmDone: 'heart',
  giveHelp: 'wait',
} as const satisfies Record<Mine['waiting'][number]['waits'], IconName>

interface Props {
  communityId: string
  mine: Mine
}

export function MineList({ communityId, mine }: Props) {
  const open = (requestId: string) => void navigate('help.request', { communityId, requestId })
  const cards = (requests: readonly Request[]) => (
    <LongList
      items={requests}
      keyOf={({ requestId }) => requestId}
      render={(request) => <RequestCard request={request} timeZone={mine.timeZone} onOpen={open} />}
    />
  )
  return (
    <>
      {mine.waiting.length > 0 && (
        <Section title={t('help.mineWaits')}>
          <ListGroup>
            {mine.waiting.map(({ requestId, title, waits }) => (
              <ListRow
                key={`${requestId} ${waits}`}
                icon={waitIcons[waits]}
                title={title}
                note={t(`help.waits_${waits}`)}
                onClick={() => open(requestId)}
              />
            ))}
          </ListGroup>
        </Section>
      )}
      {mine.running.length > 0 && (
        <Section title={t('help.mineRunning')}>{cards(mine.running)}</Section>
      )}
      {mine.over.length > 0 && <Section title={t('help.mineOver')}>{cards(mine.over)}</Section>}
      <MoreFoot
        hasMore={mine.hasMore}
        isLoadingMore={mine.isLoadingMore}
        onMore={mine.loadMore}
        isLong={mine.isLong}
      />
    </>
  )
}
