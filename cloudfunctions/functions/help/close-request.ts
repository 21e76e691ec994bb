import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester wants no more helpers: cancelled when nobody was accepted, else the search ends. */
export const closeRequest = write('help.closeRequest', {
  load: loadRequest,
  allow: mayTake('closeRequest'),
  act: async (context, { request }) => {
    const { actor, input, now } = context
    const outcome = steps.closeRequest(request, partyOf(actor), input.reason, now)
    const { state } = await take(context, outcome)
    return { state }
  },
})
