import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The helper takes the offer back, or gives the place back after acceptance. */
export const withdrawOffer = write('help.withdrawOffer', {
  load: loadRequest,
  allow: mayTake('withdrawOffer'),
  act: async (context, { request }) => {
    const { actor, input, now } = context
    await take(context, steps.withdrawOffer(request, partyOf(actor), input.reason, now))
    return {}
  },
})
