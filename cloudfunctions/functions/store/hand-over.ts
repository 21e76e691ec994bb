import { isPickupCode } from '../../domain/store/pickup-code'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayHandOver } from './policy'
import { fetchOrder, take } from './take-step'

/**
 * A steward hands a thing over to who shows its code; the points are paid. The digits are checked
 * again: what was looked up a while ago proves nothing. Refuses `pickup_code_wrong`, `own_order` and
 * `order_moved`.
 */
export const handOver = write('store.handOver', {
  fetch: fetchOrder,
  allow: mayHandOver,
  act: async (context, { order: found }) => {
    const order = found ?? refuse('not_found')
    const { code } = context.input
    const isHere = order.pickupNumber === code.slice(0, 6)
    if (!isHere || !isPickupCode(order._id, code.slice(6), context.now)) {
      refuse('pickup_code_wrong')
    }
    const { state } = await take(context, order, 'handOver')
    return { state }
  },
})
