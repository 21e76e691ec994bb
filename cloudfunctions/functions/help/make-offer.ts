import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** A member offers help. One offer a person and request: its id is the helper's user id. */
export const makeOffer = write('help.makeOffer', {
  load: loadRequest,
  allow: mayTake('makeOffer'),
  act: async (context, { request }) => {
    const { actor, input, now } = context
    await take(context, steps.makeOffer(request, partyOf(actor), input.message, now))
    return { offerId: actor.userId }
  },
})
