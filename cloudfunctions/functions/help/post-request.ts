import { checkAnswers } from '../../../types/template'
import type { CommunityDoc, RequestDoc, StandingOfferDoc } from '../../db/documents'
import { store } from '../../db/store'
import { type Tx, whileFree } from '../../db/transact'
import { holdBounty } from '../../domain/help/bounty'
import { messageOf } from '../../domain/help/message'
import { noPlace, overdueHolders } from '../../domain/help/places'
import { textsOf } from '../../domain/moderation/form-texts'
import { pictureIssuesOf, picturesIn } from '../../domain/pictures'
import { type Actor, write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { findStanding, openRequest, placeFor } from './draft'
import { anyMember } from './policy'
import { ours } from './step'
import { inUse, templateId } from './templates'

/**
 * Puts a request on the board, written on the current version of one of the community's forms. It may
 * ask one of one's own again, or start from somebody's standing offer: then they are told by name.
 * A bounty is held from the requester's own points: refuses `not_enough_points` and `too_many_holds`.
 */
export const postRequest = write('help.postRequest', {
  fetch: async ({ store, input, userId }) => {
    const { communityId, templateKey, templateVersion, previousId, standingId } = input
    const [form, standing, previous, offer, pictureIssues] = await Promise.all([
      store.get('templates', templateId(communityId, templateKey, templateVersion)),
      findStanding(store, communityId, userId),
      previousId === undefined ? null : store.get('requests', previousId),
      standingId === undefined ? null : store.get('standingOffers', standingId),
      pictureIssuesOf(input.answers, { communityId, userId }),
    ])
    return { form, standing, previous, offer, pictureIssues }
  },
  screen: ({ input: { communityId, answers } }, { form }) => {
    if (form?.communityId !== communityId) return null
    const { fields, sensitivity } = form.definition
    return {
      kind: 'request',
      texts: textsOf(fields, answers),
      files: picturesIn(answers),
      sensitive: sensitivity !== 'none',
    }
  },
  // Past their deadline they look for nobody, whether the timer has come to them yet or not.
  prepare: async ({ input: { urgency }, now }, { standing }) => {
    const overdue = overdueHolders(urgency, standing.holders, now)
    await Promise.all(
      overdue.map(({ _id, place }) =>
        store.amend('requests', _id, { when: { place }, set: { place: noPlace(_id) } }),
      ),
    )
  },
  allow: anyMember,
  act: async (context, { form, standing, previous, offer, pictureIssues }) => {
    const { tx, input, actor, now, newId, broadcast, screened, review } = context
    const template = inUse(actor.community, input, form)
    const { values, issues } = checkAnswers(template.fields, input.answers, now)
    refuseFields([...issues, ...pictureIssues])
    const _id = newId('request')
    const deadline = new Date(String(values.deadline))
    const place = placeFor(standing, { _id, urgency: input.urgency, deadline }, now)

    const request = openRequest(
      {
        _id,
        ...place,
        communityId: input.communityId,
        userId: actor.userId,
        helpersNeeded: input.helpersNeeded,
        urgency: input.urgency,
        previousId: input.previousId === undefined ? null : ownId(previous, actor),
        invitedUserId: input.standingId === undefined ? null : ownerOf(offer, actor),
        visibility: screened.visibility,
      },
      template,
      values,
      now,
    )
    const begun = await withBounty(tx, actor.community, request, input.bountyEach)
    await whileFree(tx.create('requests', begun))
    if (request.invitedUserId !== null && request.visibility === 'shown') {
      const news = {
        kind: 'help_invited' as const,
        to: [],
        params: { name: actor.member.nickname, offer: offer?.title ?? '' },
      }
      // With a bounty to hold there are no steps to spare: the timer tells within a minute.
      broadcast({
        ...messageOf(request, actor.community.name, news),
        to: [request.invitedUserId],
        except: actor.userId,
        later: true,
      })
    }
    await review(request._id)
    return { requestId: request._id, visibility: request.visibility }
  },
})

/** Only one's own request is asked again. */
function ownId(previous: RequestDoc | null, actor: Actor): string {
  const { _id, userId } = ours(previous, actor)
  return userId === actor.userId ? _id : refuse('not_found')
}

/** Whose offer it is; refuses one's own and one that is not offered any more. */
function ownerOf(offer: StandingOfferDoc | null, actor: Actor): string {
  if (offer?.communityId !== actor.community._id) return refuse('not_found')
  if (offer.state !== 'active' || offer.visibility !== 'shown') return refuse('standing_gone')
  return offer.userId === actor.userId ? refuse('own_request') : offer.userId
}

/** The request with its bounty held; as it is when none is offered. */
async function withBounty(
  tx: Tx,
  community: CommunityDoc,
  request: RequestDoc,
  each: number,
): Promise<RequestDoc> {
  if (each === 0) return request
  const held = await holdBounty(tx, { community, request, each })
  if (!held.ok) return refuse(held.code, held.params)
  return { ...request, bounty: { each, paidTo: [], open: true }, bountyDue: false }
}
