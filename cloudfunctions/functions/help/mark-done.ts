import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** An accepted helper says that the help is given; the requester is asked to confirm. */
export const markDone = write('help.markDone', {
  load: loadRequest,
  allow: mayTake('markDone'),
  act: async (context, { request }) => {
    await take(context, steps.markDone(request, partyOf(context.actor), context.now))
    return {}
  },
})
