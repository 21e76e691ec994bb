import { write } from '../../runtime/action'
import { mayReveal } from './policy'
import { fetchOrder } from './take-step'

/** Notes who is about to read a code, an address or a resource. Only then does `readSecret` answer. */
export const openSecret = write('store.openSecret', {
  fetch: fetchOrder,
  allow: mayReveal,
  act: async ({ tx, input, actor, now, newId }) => {
    await tx.create('sights', {
      _id: newId('sight'),
      v: 1,
      createdAt: now,
      communityId: input.communityId,
      orderId: input.orderId,
      userId: actor.userId,
    })
    return {}
  },
})
