import type { BOARD_VIEWS } from '../../../types/help'
import { gt, lt, oneOf } from '../../db/store'
import { asOf } from '../../domain/help/request'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { cardOf, findPeople } from './present'

/** What each view of the board looks for, beside the community. */
const VIEWS = {
  open: (_userId: string, now: Date) => ({
    state: 'open' as const,
    deadline: gt(now),
    visibility: 'shown' as const,
  }),
  /** Help was given: what a community has achieved, and no list of what failed. */
  settled: () => ({ state: oneOf(['fulfilled', 'thanked']), visibility: 'shown' as const }),
  mine: (userId: string) => ({ userId }),
  /** Where the viewer stands by an offer, answered or not. */
  helping: (userId: string) => ({ helperUserIds: userId }),
} satisfies Record<(typeof BOARD_VIEWS)[number], unknown>

/**
 * A page of the board, newest first. The cursor is the last id seen, and ids grow with time: what is
 * posted meanwhile stands before the first page and moves nothing behind it.
 */
export const listRequests = read('help.listRequests', {
  fetch: ({ store, input: { communityId, view, templateKey, cursor }, userId, now }) =>
    store.find('requests', {
      where: {
        communityId,
        ...VIEWS[view](userId, now),
        ...(templateKey === undefined ? {} : { templateKey }),
        ...(cursor ? { _id: lt(cursor) } : {}),
      },
      orderBy: ['_id', 'desc'],
      limit: PAGE_LIMIT,
    }),
  allow: anyMember,
  reply: async ({ store, input, actor, now }, found) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    const requesters = shown.map(({ userId }) => userId)
    const person = await findPeople(store, input.communityId, requesters)
    const items = shown.map((request) =>
      cardOf(asOf(request, now), person(request.userId), actor.userId),
    )
    return { items, next }
  },
})
