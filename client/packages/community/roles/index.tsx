import { Card } from '../../../components/Card'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'

/** Who may do what: the table that the server decides by, for everybody to read. */
export default function Roles() {
  const communityId = useCommunityId()
  const { data, error, refresh } = useRead(
    'community.listRoles',
    communityId ? { communityId } : null,
  )
  if (!communityId) return <NoCommunity title={t('community.dutiesTitle')} />
  return (
    <Page
      title={t('community.dutiesTitle')}
      lead={t('community.rolesLead')}
      loading={!data && !error}
      skeleton={<Skeleton shape="row" count={5} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
    >
      <Section title={t('community.rolesEveryone')}>
        <Card>{t('community.rolesEveryoneText')}</Card>
      </Section>
      {data?.roles
        .filter(({ duties }) => duties.length > 0)
        .map(({ role, duties }) => (
          <ListGroup key={role} title={t(`community.${role}`)}>
            {duties.map((duty) => (
              <ListRow key={duty} icon="check" title={t(`community.duty_${duty}`)} />
            ))}
          </ListGroup>
        ))}
    </Page>
  )
}
