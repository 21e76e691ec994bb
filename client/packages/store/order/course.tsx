import type { OrderDetail } from '../../../../types/store'
import { Card } from '../../../components/Card'
import { TimeLine, type TimeLineStep } from '../../../components/TimeLine'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'

/** How a redemption went from its first state to the last, and what is waited for. */
export function Course({ order, timeZone }: { order: OrderDetail; timeZone: string }) {
  const { history, shipping, reason } = order
  const steps = history.map(({ state, at }, n): TimeLineStep => {
    const words = state === 'fulfilled' ? shipping : hasReason(state) ? reason : null
    return {
      key: `${n}`,
      title: titleOf(state, n, order),
      note: inFull(at, timeZone),
      state: hasReason(state) || state === 'expired' ? 'ended' : 'past',
      ...(words ? { children: words } : {}),
    }
  })
  const ahead = aheadOf(order, timeZone)
  return (
    <Card>
      <TimeLine steps={ahead ? [...steps, ahead] : steps} />
    </Card>
  )
}

type State = OrderDetail['state']

const hasReason = (state: State) => state === 'cancelled' || state === 'refunded'

function titleOf(state: State, n: number, { kind }: OrderDetail): string {
  const isSentLater = kind === 'pickup' || kind === 'shipped'
  if (n === 0) return t(isSentLater ? 'store.line_reserved' : 'store.line_spent')
  if (state === 'completed') {
    return t(kind === 'pickup' ? 'store.line_pickedUp' : 'store.line_received')
  }
  if (state === 'reserved') return t('store.line_reserved')
  return t(`store.line_${state}`)
}

function aheadOf({ state, kind, dueAt }: OrderDetail, timeZone: string): TimeLineStep | null {
  const when = dueAt ? inFull(dueAt, timeZone) : ''
  if (state === 'fulfilled') {
    return {
      key: 'ahead',
      title: t('store.line_toReceive'),
      note: t('store.receivedBy', { when }),
      state: 'now',
    }
  }
  if (state !== 'reserved') return null
  if (kind === 'shipped') return { key: 'ahead', title: t('store.line_toSend'), state: 'now' }
  return {
    key: 'ahead',
    title: t('store.line_toPickUp'),
    note: t('store.dueBy', { when }),
    state: 'now',
  }
}
