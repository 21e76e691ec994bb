import { HISTORY_SHOWN } from '../../../types/moderation'
import { addressesOf } from '../../db/files'
import { isPartyTo } from '../../domain/moderation/cases'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayModerate } from './policy'
import { claimOf, detailOf, summaryOf } from './present'

/** One case with its author and what was judged of theirs before. */
export const getCase = read('moderation.getCase', {
  fetch: ({ store, input }) => store.get('cases', input.caseId),
  allow: mayModerate,
  reply: async ({ store, input: { communityId }, actor, now }, found) => {
    if (found?.communityId !== communityId) return refuse('not_found')
    const { authorUserId, files } = found
    const [author, others, addresses] = await Promise.all([
      store.get('members', `${communityId}:${authorUserId}`),
      store.find('cases', {
        where: { communityId, authorUserId },
        orderBy: ['order', 'desc'],
        limit: HISTORY_SHOWN + 1,
      }),
      addressesOf(files),
    ])
    return {
      ...detailOf(found, addresses),
      author: {
        memberId: `${communityId}:${authorUserId}`,
        nickname: author?.nickname ?? '',
        avatar: author?.avatar ?? 'a1',
      },
      memberSince: author?.createdAt.toISOString() ?? null,
      history: others
        .filter(({ _id }) => _id !== found._id)
        .slice(0, HISTORY_SHOWN)
        .map(summaryOf),
      claim: claimOf(found, actor.userId, now),
      own: isPartyTo(found, actor.userId),
    }
  },
})
