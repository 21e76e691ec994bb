import { View } from '@tarojs/components'
import type { CheckInCalendar } from '../../../../types/checkin'
import type { Medal as MedalName } from '../../../../types/recognition'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Medal } from '../../../components/Medal'
import { Section } from '../../../components/Section'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'

/** Each milestone has its medal. */
const MEDAL_OF: Readonly<Record<number, MedalName>> = {
  7: 'streak7',
  30: 'streak30',
  100: 'streak100',
}

/** What long streaks are given, and how far the next one is. */
export function Milestones({ calendar: { milestones, streak } }: { calendar: CheckInCalendar }) {
  return (
    <Section title={t('checkin.milestones')}>
      <ListGroup>
        {milestones.map(({ days, points, reached }) => (
          <ListRow
            key={days}
            picture={<Medal name={MEDAL_OF[days] ?? 'streak7'} size="small" isAhead={!reached} />}
            title={t('checkin.milestone', { days })}
            note={reached ? undefined : t('checkin.milestoneAhead', { days: days - streak.length })}
            value={
              <Tag tone={reached ? 'jade' : 'ink'}>
                {reached ? t('checkin.milestoneReached') : t('checkin.milestonePoints', { points })}
              </Tag>
            }
          />
        ))}
      </ListGroup>
      <View className="calendar-notes__words">{t('checkin.milestoneNote')}</View>
    </Section>
  )
}
