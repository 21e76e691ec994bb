import { addressesOf } from '../../db/files'
import { asOf } from '../../domain/help/request'
import { picturesIn } from '../../domain/pictures'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember, maySeeProof } from './policy'
import { answeredOf, detailOf, findPeople, visibleOffers } from './present'
import { ours } from './step'
import { templateId } from './templates'

/** One request with its answers, the offers this viewer may see, and their next steps. */
export const getRequest = read('help.getRequest', {
  fetch: ({ store, input }) => store.get('requests', input.requestId),
  allow: anyMember,
  reply: async ({ store, actor, now }, found) => {
    const request = asOf(ours(found, actor), now)
    const { communityId, templateKey, templateVersion } = request
    const readers = visibleOffers(request, actor.userId).map(({ userId }) => userId)
    const [person, form, addresses] = await Promise.all([
      findPeople(store, communityId, [request.userId, ...readers]),
      store.get('templates', templateId(communityId, templateKey, templateVersion)),
      addressesOf(picturesIn(request.answers)),
    ])
    if (!form) return refuse('not_found')
    const seesProof = maySeeProof(actor, request)
    const fields = form.definition.fields.filter((field) => seesProof || !field.reviewersOnly)
    return detailOf(request, answeredOf(request, fields, addresses), person, actor.userId, now)
  },
})
