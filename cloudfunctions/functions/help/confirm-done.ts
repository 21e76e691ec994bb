import { deedsOf } from '../../domain/help/request'
import * as steps from '../../domain/help/steps'
import { write } from '../../runtime/action'
import { said } from '../../runtime/screening'
import { mayTake } from './policy'
import { loadRequest, partyOf, take } from './step'

/** The requester confirms one helper's help; the thanks stand on the wall, one for one help. Earns the helper points. */
export const confirmDone = write('help.confirmDone', {
  screen: ({ input: { thanks } }) => ({
    kind: 'thanks',
    texts: [{ field: 'thanks', text: thanks, min: 2, max: 200 }],
  }),
  load: loadRequest,
  allow: mayTake('confirmDone'),
  act: async (context, { request }) => {
    const { tx, actor, input, now, newId, earn, screened, review } = context
    const { offerId } = input
    const thanks = said(screened, input.thanks)
    const thanksId = `${request._id}:${offerId}`
    const outcome = steps.confirmDone(request, partyOf(actor), offerId, thanks, now)
    const { state } = await take(context, outcome)
    await tx.create('thanks', {
      _id: thanksId,
      v: 1,
      createdAt: now,
      communityId: request.communityId,
      requestId: request._id,
      title: request.title,
      words: thanks,
      fromUserId: actor.userId,
      toUserId: offerId,
      order: newId('thanks'),
      visibility: screened.visibility,
    })
    await review(thanksId)
    earn({
      rule: 'help_confirmed',
      userIds: [offerId],
      cause: { kind: 'request', id: request._id },
      partner: actor.userId,
      also: deedsOf(request),
    })
    return { state }
  },
})
