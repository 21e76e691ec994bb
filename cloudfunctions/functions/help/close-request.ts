import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { said } from '../../runtime/screening'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester wants no more helpers: cancelled when nobody was accepted, else the search ends. */
export const closeRequest = write('help.closeRequest', {
  screen: ({ input: { reason } }) => ({
    kind: 'reason',
    texts: [{ field: 'reason', text: reason, min: 2, max: 120 }],
  }),
  load: loadRequest,
  allow: mayTake('closeRequest'),
  act: async (context, { request }) => {
    const { actor, input, now, screened, review } = context
    const reason = said(screened, input.reason)
    const outcome = steps.closeRequest(request, partyOf(actor), reason, now)
    const { state } = await take(context, outcome)
    await review(request._id)
    return { state }
  },
})
