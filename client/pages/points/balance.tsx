import { View } from '@tarojs/components'
import type { CallOutput } from '../../../types/contract'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { ListGroup, ListRow } from '../../components/ListRow'
import { t } from '../../i18n'
import { causeLink } from '../../services/cause'

type Mine = CallOutput<'points.getMine'>

/** What I may spend, what is set aside for what, and what expires soon. */
export function Balance({ mine, communityId }: { mine: Mine; communityId: string }) {
  const { available, posted, held, expiring, holds } = mine
  return (
    <>
      <Card
        slip={
          held > 0 && (
            <View className="points__parts">
              <View className="points__part">
                {t('points.posted')} {posted}
              </View>
              <View className="points__part">
                {t('points.held')} {held}
              </View>
            </View>
          )
        }
      >
        <View className="points__label">{t('points.available')}</View>
        <View className="points__number">{available}</View>
        {expiring.map(({ month, amount }) => {
          const [year = '', number = ''] = month.split('-')
          return (
            <View key={month} className="points__expiring">
              <Icon name="wait" size="small" className="points__icon" />
              {t('points.expiring', { amount, year, month: Number(number) })}
            </View>
          )
        })}
      </Card>
      {holds.length > 0 && (
        <ListGroup title={t('points.setAside')}>
          {holds.map(({ amount, cause }) => {
            const onClick = causeLink(communityId, cause)
            return (
              <ListRow
                key={`${cause.kind} ${cause.id}`}
                icon="lock"
                title={t(nameOf(cause.kind))}
                value={amount}
                {...(onClick ? { onClick } : {})}
              />
            )
          })}
        </ListGroup>
      )}
    </>
  )
}

const nameOf = (kind: Mine['holds'][number]['cause']['kind']) =>
  kind === 'request' || kind === 'order'
    ? (`points.heldFor_${kind}` as const)
    : 'points.heldFor_other'
