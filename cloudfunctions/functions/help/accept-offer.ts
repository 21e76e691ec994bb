import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester gives a place to one who offered; of two accepts on the last place one is refused. */
export const acceptOffer = write('help.acceptOffer', {
  load: loadRequest,
  allow: mayTake('acceptOffer'),
  act: async (context, { request }) => {
    const { actor, input, now } = context
    const outcome = steps.acceptOffer(request, partyOf(actor), input.offerId, now)
    const { state } = await take(context, outcome)
    return { state }
  },
})
