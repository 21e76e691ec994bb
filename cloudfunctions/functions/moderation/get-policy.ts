import { NEWCOMER_REVIEWS_DEFAULT } from '../../../types/moderation'
import { read } from '../../runtime/action'
import { anyMember, mayEditPolicy, mayModerate } from './policy'

/** What the community adds to the policy. The words are for moderators: shown, they would teach. */
export const getPolicy = read('moderation.getPolicy', {
  fetch: ({ store, input: { communityId } }) => store.get('policies', communityId),
  allow: anyMember,
  reply: async ({ actor }, policy) => ({
    revision: policy?.revision ?? null,
    newcomerReviews: policy?.newcomerReviews ?? NEWCOMER_REVIEWS_DEFAULT,
    words: mayModerate(actor) ? (policy?.words ?? []) : [],
    mayEdit: mayEditPolicy(actor),
  }),
})
