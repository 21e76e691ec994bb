import { lt } from '../../db/store'
import { isSecret } from '../../domain/moderation/cases'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { summaryOf } from './present'

/** What of one's own was stopped, the newest first, with why and what became of it. */
export const listMine = read('moderation.listMine', {
  fetch: ({ store, input: { communityId, cursor }, userId }) =>
    store.find('cases', {
      where: { communityId, authorUserId: userId, ...(cursor ? { order: lt(cursor) } : {}) },
      orderBy: ['order', 'desc'],
      limit: PAGE_LIMIT,
    }),
  allow: anyMember,
  reply: async (_context, found) => {
    const { shown, next } = pageOf(found, ({ order }) => order)
    return { items: shown.filter((found) => !isSecret(found)).map(summaryOf), next }
  },
})
