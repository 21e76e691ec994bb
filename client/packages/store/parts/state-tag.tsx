import type { ItemCard, OrderCard } from '../../../../types/store'
import { Tag } from '../../../components/Tag'
import type { Tone } from '../../../components/tone'
import { t } from '../../../i18n'

const TONES: Record<OrderCard['state'], Tone> = {
  reserved: 'amber',
  fulfilled: 'indigo',
  completed: 'jade',
  cancelled: 'ink',
  expired: 'ink',
  refunded: 'ink',
}

/** How an order stands; while it waits, for what. */
export function OrderTag({ kind, state }: Pick<OrderCard, 'kind' | 'state'>) {
  const isWaiting = state === 'reserved' && (kind === 'pickup' || kind === 'shipped')
  return (
    <Tag tone={TONES[state]}>{isWaiting ? t(`store.wait_${kind}`) : t(`store.state_${state}`)}</Tag>
  )
}

/** Why an item cannot be had now; nothing when it can. */
export function StandingTag({ standing, shown }: Pick<ItemCard, 'standing' | 'shown'>) {
  if (!shown) return <Tag>{t('store.hidden')}</Tag>
  if (standing === 'open') return null
  return <Tag tone={standing === 'soon' ? 'indigo' : 'ink'}>{t(`store.standing_${standing}`)}</Tag>
}
