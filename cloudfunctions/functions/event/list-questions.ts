import { gt } from '../../db/store'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, ours } from './policy'

/** Questions for the round table, in the order they came. */
export const listQuestions = read('event.listQuestions', {
  fetch: async ({ store, input: { eventId, cursor } }) => {
    const [event, found] = await Promise.all([
      store.get('events', eventId),
      store.find('eventQuestions', {
        where: { eventId, visibility: 'shown', ...(cursor ? { _id: gt(cursor) } : {}) },
        orderBy: ['_id', 'asc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { event, found }
  },
  allow: anyMember,
  reply: async ({ store, actor }, { event, found }) => {
    ours(event, actor)
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    const person = await findPeople(
      store,
      actor.community,
      shown.map(({ userId }) => userId),
    )
    const items = shown.map(({ _id, words, userId, isAnswered, createdAt }) => ({
      questionId: _id,
      words,
      from: person(userId),
      own: userId === actor.userId,
      isAnswered,
      createdAt: createdAt.toISOString(),
    }))
    return { items, next }
  },
})
