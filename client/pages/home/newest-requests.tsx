import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ErrorRetry } from '../../components/ErrorRetry'
import { RequestCard } from '../../components/RequestCard'
import { Section } from '../../components/Section'
import { Skeleton } from '../../components/Skeleton'
import { usePages } from '../../hooks/use-pages'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

const SHOWN = 3

interface Props {
  communityId: string
  timeZone: string
}

/** The first of the board, in the board's own order. */
export function NewestRequests({ communityId, timeZone }: Props) {
  const { items, error, refresh } = usePages('help.listRequests', { communityId, view: 'open' })
  return (
    <Section
      title={t('home.requests')}
      {...(items && items.length > 0
        ? { more: { text: t('home.seeAll'), onClick: () => void navigate('help') } }
        : {})}
    >
      {error && <ErrorRetry inline error={error} onRetry={() => void refresh()} />}
      {!items && !error && <Skeleton count={2} />}
      {items?.length === 0 && (
        <Card>
          <Empty
            picture="empty-board"
            title={t('home.noRequests')}
            text={t('home.noRequestsText')}
          />
        </Card>
      )}
      {items?.slice(0, SHOWN).map((request) => (
        <RequestCard
          key={request.requestId}
          request={request}
          timeZone={timeZone}
          onOpen={(requestId) => void navigate('help.request', { communityId, requestId })}
        />
      ))}
    </Section>
  )
}
