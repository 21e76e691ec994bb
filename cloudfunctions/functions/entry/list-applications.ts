import { gt, lt } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { mayReview } from './policy'
import { applicationOf } from './present'

/**
 * A page of applications in one state: those that wait, the longest waiting first; those decided,
 * the latest decision first.
 *
 * The cursor is the place (`order`) of the last one seen. A place is given when an application comes
 * into its state, grows with time, and stays through corrections. So between two pages nobody moves:
 * new ones stand behind the last page of those that wait and before the first page of those decided,
 * and one that is decided leaves the others where they are. (Only calls that overlap within the same
 * second may come to stand in another order than they were committed in.)
 */
export const listApplications = read('entry.listApplications', {
  fetch: ({ store, input: { communityId, state, cursor } }) => {
    const isWaiting = state === 'pending'
    return store.find('applications', {
      where: {
        communityId,
        state,
        ...(cursor ? { order: isWaiting ? gt(cursor) : lt(cursor) } : {}),
      },
      orderBy: ['order', isWaiting ? 'asc' : 'desc'],
      limit: PAGE_LIMIT,
    })
  },
  allow: mayReview,
  reply: async ({ actor }, found) => {
    const { shown, next } = pageOf(found, ({ order }) => order)
    return { items: shown.map((application) => applicationOf(application, actor.userId)), next }
  },
})
