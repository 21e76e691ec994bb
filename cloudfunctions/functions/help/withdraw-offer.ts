import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { said } from '../../runtime/screening'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The helper takes the offer back, or gives the place back after acceptance. */
export const withdrawOffer = write('help.withdrawOffer', {
  screen: ({ input: { reason } }) => ({
    kind: 'reason',
    texts: [{ field: 'reason', text: reason, min: 2, max: 120 }],
  }),
  load: loadRequest,
  allow: mayTake('withdrawOffer'),
  act: async (context, { request }) => {
    const { actor, input, now, screened, review } = context
    const reason = said(screened, input.reason)
    await take(context, steps.withdrawOffer(request, partyOf(actor), reason, now))
    await review(`${request._id}:${actor.userId}`)
    return {}
  },
})
