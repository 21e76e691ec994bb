import { lt } from '../../db/store'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'

/** The thanks wall, newest first. */
export const listThanks = read('help.listThanks', {
  fetch: ({ store, input: { communityId, cursor } }) =>
    store.find('thanks', {
      where: { communityId, visibility: 'shown', ...(cursor ? { order: lt(cursor) } : {}) },
      orderBy: ['order', 'desc'],
      limit: PAGE_LIMIT,
    }),
  allow: anyMember,
  reply: async ({ store, actor }, found) => {
    const { shown, next } = pageOf(found, ({ order }) => order)
    const people = shown.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId])
    const person = await findPeople(store, actor.community, people)
    const items = shown.map((thanks) => ({
      thanksId: thanks._id,
      requestId: thanks.requestId,
      title: thanks.title,
      words: thanks.words,
      from: person(thanks.fromUserId),
      to: person(thanks.toUserId),
      createdAt: thanks.createdAt.toISOString(),
    }))
    return { items, next }
  },
})
