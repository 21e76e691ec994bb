import { CASES_COUNTED_MAX } from '../../../types/moderation'
import { gt, lt } from '../../db/store'
import { isPartyTo } from '../../domain/moderation/cases'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { mayModerate } from './policy'
import { claimOf, summaryOf } from './present'

/** A page of cases in one state: what waits, the oldest first; what was decided, the newest first. */
export const listCases = read('moderation.listCases', {
  fetch: async ({ store, input: { communityId, state, cursor } }) => {
    const isWaiting = state === 'open'
    const [found, waiting] = await Promise.all([
      store.find('cases', {
        where: {
          communityId,
          state,
          ...(cursor ? { order: isWaiting ? gt(cursor) : lt(cursor) } : {}),
        },
        orderBy: ['order', isWaiting ? 'asc' : 'desc'],
        limit: PAGE_LIMIT,
      }),
      store.countUpTo('cases', { communityId, state: 'open' }, CASES_COUNTED_MAX),
    ])
    return { found, waiting }
  },
  allow: mayModerate,
  reply: async ({ store, actor, now }, { found, waiting }) => {
    const { shown, next } = pageOf(found, ({ order }) => order)
    const authors = shown.map(({ authorUserId }) => authorUserId)
    const person = await findPeople(store, actor.community, authors)
    const items = shown.map((one) => ({
      ...summaryOf(one),
      texts: one.texts,
      pictureCount: one.files.length,
      author: person(one.authorUserId),
      claim: claimOf(one, actor.userId, now),
      own: isPartyTo(one, actor.userId),
    }))
    return { items, next, waiting }
  },
})
