import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayTake } from './policy'
import { fetchOrder, take } from './take-step'

/** Before it was handed over or sent: the points are free again, and so is the piece. */
export const cancelOrder = write('store.cancelOrder', {
  fetch: fetchOrder,
  screen: ({ input: { reason } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayTake('cancel'),
  act: async (context, { order }) => {
    const { reason } = context.input
    const { state } = await take(context, order ?? refuse('not_found'), 'cancel', { reason })
    return { state }
  },
})
