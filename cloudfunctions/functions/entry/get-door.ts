import { faceOf } from '../../domain/face'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anybody } from './policy'
import { standingOf } from './present'

/** Words of thanks that show a stranger what the community is like. */
const THANKS_SHOWN = 3

/** The door: open to anybody who holds the card, so it names no member. */
export const getDoor = read('entry.getDoor', {
  fetch: async ({ store, input: { communityId }, userId }) => {
    const [community, member, application, memberCount, thanks] = await Promise.all([
      store.get('communities', communityId),
      store.get('members', `${communityId}:${userId}`),
      store.get('applications', `${communityId}:${userId}`),
      store.count('members', { communityId }),
      store.find('thanks', {
        where: { communityId, visibility: 'shown' },
        orderBy: ['order', 'desc'],
        limit: THANKS_SHOWN,
      }),
    ])
    return { community: community ?? refuse('not_found'), member, application, memberCount, thanks }
  },
  allow: anybody,
  reply: async (_context, { community, member, application, memberCount, thanks }) => {
    const { version, items } = community.rules
    return {
      community: faceOf(community),
      memberCount,
      thanks: thanks.map(({ words }) => words),
      rules: { version, items },
      questions: community.questions,
      ...standingOf(member !== null, application),
    }
  },
})
