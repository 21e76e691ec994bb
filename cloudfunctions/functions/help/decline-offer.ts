import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester declines an offer that waits; its helper reads the reason. */
export const declineOffer = write('help.declineOffer', {
  load: loadRequest,
  allow: mayTake('declineOffer'),
  act: async (context, { request }) => {
    const { actor, input, now } = context
    const { offerId, reason } = input
    await take(context, steps.declineOffer(request, partyOf(actor), offerId, reason, now))
    return {}
  },
})
