import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayTake } from './policy'
import { fetchOrder, take } from './take-step'

/** The thing is on its way; the points are paid. */
export const ship = write('store.ship', {
  fetch: fetchOrder,
  allow: mayTake('ship'),
  act: async (context, { order }) => {
    const { shipping } = context.input
    const { state } = await take(context, order ?? refuse('not_found'), 'ship', { shipping })
    return { state }
  },
})
