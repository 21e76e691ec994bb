import { gt } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, manages, ours } from './policy'

const RATINGS = [1, 2, 3, 4, 5] as const
const COUNTED_MAX = 2000

/** Figures for every member; the words, without names, for those who manage the event. */
export const getFeedback = read('event.getFeedback', {
  fetch: async ({ store, input: { eventId, cursor } }) => {
    const [event, attended, words, ...byRating] = await Promise.all([
      store.get('events', eventId),
      store.countUpTo('registrations', { eventId, state: 'attended' }, COUNTED_MAX),
      store.find('eventFeedback', {
        where: { eventId, order: gt(cursor ?? '') },
        orderBy: ['order', 'asc'],
        limit: PAGE_LIMIT,
      }),
      ...RATINGS.map((rating) =>
        store.countUpTo('eventFeedback', { eventId, rating }, COUNTED_MAX),
      ),
    ])
    return { event, attended, words, byRating }
  },
  allow: anyMember,
  reply: async ({ actor }, { event: found, attended, words, byRating }) => {
    const event = ours(found, actor)
    const { shown, next } = pageOf(words, ({ order }) => order)
    const isShown = manages(actor, event)
    return {
      given: byRating.reduce((sum, count) => sum + count, 0),
      attended,
      byRating,
      words: {
        items: isShown
          ? shown.map(({ rating, words, createdAt }) => ({
              rating,
              words,
              createdAt: createdAt.toISOString(),
            }))
          : [],
        next: isShown ? next : null,
      },
    }
  },
})
