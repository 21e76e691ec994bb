import { Avatar } from '../../../components/Avatar'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'

interface Props {
  communityId: string
  standingId: string
}

/** Whom the request will be shown to by name. The form does without while it is not known. */
export function StandingNote({ communityId, standingId }: Props) {
  const { data } = useRead('help.getStanding', { communityId, standingId })
  if (!data) return null
  return (
    <Card tone="jade">
      <ListRow
        picture={<Avatar id={data.by.avatar} />}
        title={t('help.standingFrom', { name: data.by.nickname, title: data.title })}
        note={t('help.standingFromText')}
      />
    </Card>
  )
}
