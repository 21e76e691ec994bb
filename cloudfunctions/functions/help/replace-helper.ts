import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester gives the place of a silent helper to another; that they did not come is kept. */
export const replaceHelper = write('help.replaceHelper', {
  load: loadRequest,
  allow: mayTake('replaceHelper'),
  act: async (context, { request }) => {
    const { tx, actor, input, now, newId } = context
    const { communityId, offerId: userId } = input
    const outcome = steps.replaceHelper(request, partyOf(actor), userId, now)
    const { _id: requestId, state } = await take(context, outcome)
    const noShow = { _id: newId('no show'), v: 1 as const, createdAt: now }
    await tx.create('noShows', { ...noShow, communityId, requestId, userId })
    return { state }
  },
})
