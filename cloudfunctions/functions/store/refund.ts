import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayTake } from './policy'
import { fetchOrder, take } from './take-step'

/** Gives the points of a fulfilled order back, once. */
export const refund = write('store.refund', {
  fetch: fetchOrder,
  screen: ({ input: { reason } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayTake('refund'),
  act: async (context, { order }) => {
    const { reason } = context.input
    const { state } = await take(context, order ?? refuse('not_found'), 'refund', { reason })
    return { state }
  },
})
