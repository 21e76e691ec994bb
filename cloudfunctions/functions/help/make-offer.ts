import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { said } from '../../runtime/screening'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** A member offers help. One offer a person and request: its id is the helper's user id. */
export const makeOffer = write('help.makeOffer', {
  screen: ({ input: { message } }) => ({
    kind: 'offer',
    texts: [{ field: 'message', text: message, min: 2, max: 200 }],
  }),
  load: loadRequest,
  allow: mayTake('makeOffer'),
  act: async (context, { request }) => {
    const { actor, input, now, screened, review } = context
    const message = said(screened, input.message)
    await take(context, steps.makeOffer(request, partyOf(actor), message, now))
    await review(`${request._id}:${actor.userId}`)
    return { offerId: actor.userId }
  },
})
