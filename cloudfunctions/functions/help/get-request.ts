import { asOf } from '../../domain/help/request'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'
import { detailOf, findPeople, visibleOffers } from './present'
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
    const [person, form] = await Promise.all([
      findPeople(store, communityId, [request.userId, ...readers]),
      store.get('templates', templateId(communityId, templateKey, templateVersion)),
    ])
    if (!form) return refuse('not_found')
    return detailOf(request, form.definition, person, actor.userId, now)
  },
})
