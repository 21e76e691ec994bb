import { View } from '@tarojs/components'
import type { Deed } from '../../../../types/recognition'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Section } from '../../../components/Section'
import { Tag } from '../../../components/Tag'
import { lookUp, t } from '../../../i18n'
import type { Recognition } from './view'

/** What counts how much, and how often I did it. */
export function Deeds({ recognition: { deeds } }: { recognition: Recognition }) {
  return (
    <Section title={t('recognition.deeds')}>
      <ListGroup>
        {deeds.map(({ deed, counts, done }) => (
          <ListRow
            key={deed}
            title={nameOf(deed)}
            note={done > 0 ? t('recognition.deedDone', { done }) : t('recognition.deedNever')}
            value={<Tag tone="jade">{t('recognition.deedCounts', { counts })}</Tag>}
          />
        ))}
      </ListGroup>
      <View className="levels-note">{t('recognition.fairness')}</View>
    </Section>
  )
}

/** What has a points rule is called as there. */
const nameOf = (deed: Deed): string =>
  lookUp('recognition', `deed_${deed}`) || lookUp('points', `name_${deed}`)
