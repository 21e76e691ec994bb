import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { said } from '../../runtime/screening'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester declines an offer that waits; its helper reads the reason. */
export const declineOffer = write('help.declineOffer', {
  screen: ({ input: { reason } }) => ({
    kind: 'reason',
    texts: [{ field: 'reason', text: reason, min: 2, max: 120 }],
  }),
  load: loadRequest,
  allow: mayTake('declineOffer'),
  act: async (context, { request }) => {
    const { actor, input, now, screened, review } = context
    const { offerId } = input
    const reason = said(screened, input.reason)
    await take(context, steps.declineOffer(request, partyOf(actor), offerId, reason, now))
    await review(`${request._id}:${offerId}`)
    return {}
  },
})
