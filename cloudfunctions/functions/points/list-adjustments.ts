import { gt, lt, oneOf } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { mayManage } from './policy'
import { adjustmentOf, findThem } from './present'

/** Those that wait, the longest waiting first; those settled, the latest first. */
export const listAdjustments = read('points.listAdjustments', {
  fetch: ({ store, input: { communityId, view, cursor } }) => {
    const isWaiting = view === 'pending'
    return store.find('adjustments', {
      where: {
        communityId,
        state: isWaiting ? 'pending' : oneOf(['approved', 'posted', 'declined', 'failed']),
        ...(cursor ? { order: isWaiting ? gt(cursor) : lt(cursor) } : {}),
      },
      orderBy: ['order', isWaiting ? 'asc' : 'desc'],
      limit: PAGE_LIMIT,
    })
  },
  allow: mayManage,
  reply: async ({ store, actor }, found) => {
    const { shown, next } = pageOf(found, ({ order }) => order)
    const people = shown.flatMap(({ userId, proposedBy, decidedBy }) => [
      userId,
      proposedBy,
      decidedBy,
    ])
    const person = await findThem(store, actor.community, people)
    return { items: shown.map((one) => adjustmentOf(one, person, actor.userId)), next }
  },
})
