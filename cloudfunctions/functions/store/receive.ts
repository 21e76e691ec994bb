import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayTake } from './policy'
import { loadOrder, take } from './take-step'

/** It has arrived. No points move, so the order itself is the lock. */
export const receive = write('store.receive', {
  load: loadOrder,
  allow: mayTake('receive'),
  act: async (context, { order }) => {
    const { state } = await take(context, order ?? refuse('not_found'), 'receive')
    return { state }
  },
})
