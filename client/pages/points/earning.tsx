import type { CallOutput } from '../../../types/contract'
import { ListGroup, ListRow } from '../../components/ListRow'
import { Section } from '../../components/Section'
import { lookUp, t } from '../../i18n'
import { navigate } from '../../services/navigate'

type Mine = CallOutput<'points.getMine'>

/** Each rule in a sentence, with how much of its cap is used. */
export function Earning({ mine, communityId }: { mine: Mine; communityId: string }) {
  const { rules, earned } = mine
  const given = earned.filter(({ rule }) => rules.awards[rule].amount > 0)
  return (
    <Section
      title={t('points.earnTitle')}
      more={{
        text: t('points.earnMore'),
        onClick: () => void navigate('points.rules', { communityId }),
      }}
    >
      <ListGroup>
        {given.map(({ rule, today, thisMonth }) => {
          const { amount, perDay, perMonth } = rules.awards[rule]
          const note = perDay
            ? t('points.today', { today, cap: perDay })
            : perMonth && t('points.thisMonth', { thisMonth, cap: perMonth })
          return (
            <ListRow
              key={rule}
              title={lookUp('points', `earn_${rule}`, { amount })}
              {...(note ? { note } : {})}
            />
          )
        })}
      </ListGroup>
    </Section>
  )
}
