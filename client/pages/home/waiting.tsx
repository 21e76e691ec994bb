import { View } from '@tarojs/components'
import type { CallOutput } from '../../../types/contract'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import type { IconName } from '../../components/Icon'
import { ListGroup, ListRow } from '../../components/ListRow'
import { Section } from '../../components/Section'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

type Item = CallOutput<'member.getHome'>['waitingForMe'][number]

const ICONS: Record<Item['waits'], IconName> = {
  answerOffers: 'hand',
  confirmDone: 'done',
  giveHelp: 'wait',
}

interface Props {
  communityId: string
  /** What waits for this person's duties. */
  work: number
  items: readonly Item[]
}

/** What waits for the reader; nothing at all when nothing does. */
export function Waiting({ communityId, work, items }: Props) {
  if (work === 0 && items.length === 0) return null
  return (
    <Section title={t('home.waiting')}>
      <ListGroup>
        {work > 0 && (
          <ListRow
            icon="done"
            title={t('workbench.home', { count: work })}
            note={t('workbench.homeNote')}
            onClick={() => void navigate('member.workbench', { communityId })}
          />
        )}
        {items.map(({ requestId, title, waits }) => (
          <ListRow
            key={`${requestId} ${waits}`}
            icon={ICONS[waits]}
            title={<View className="home-waits">{title}</View>}
            note={t(`home.${waits}`)}
            onClick={() => void navigate('help.request', { communityId, requestId })}
          />
        ))}
      </ListGroup>
    </Section>
  )
}

/** A new version of the rules stands before asking and helping. */
export function RulesNotice({ communityId, version }: { communityId: string; version: number }) {
  return (
    <Card tone="amber">
      <View className="home-notice__title">{t('home.rulesTitle', { version })}</View>
      <View className="home-notice__text">{t('home.rulesText')}</View>
      <View className="home-notice__actions">
        <Button
          kind="secondary"
          icon="rules"
          onClick={() => void navigate('community.rules', { communityId })}
        >
          {t('home.rulesAction')}
        </Button>
      </View>
    </Card>
  )
}

/** Back to the door of the card that was opened. */
export function OtherDoor({ communityId }: { communityId: string }) {
  return (
    <ListGroup>
      <ListRow
        icon="door"
        title={t('home.openedCard')}
        onClick={() => void navigate('entry.door', { communityId })}
      />
    </ListGroup>
  )
}
