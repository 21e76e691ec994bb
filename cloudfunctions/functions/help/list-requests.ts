import type { BOARD_VIEWS } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { allOf, gt, gte, lt, oneOf, type Store } from '../../db/store'
import { asOf } from '../../domain/help/request'
import { termsAsked } from '../../domain/help/terms'
import { ranksOf } from '../../domain/help/urgency'
import { findPeople } from '../../domain/people'
import { type Context, read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { cardOf } from './present'

type View = (typeof BOARD_VIEWS)[number]
type Input = Context<'help.listRequests'>['input']

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
} satisfies Record<View, unknown>

/**
 * What a view is ordered by, which is its cursor too. On the board what presses stands above; one's
 * own requests stay where they were posted, because their rank changes while they are in the view.
 */
const ORDER = {
  open: 'rank',
  settled: 'rank',
  mine: '_id',
  helping: '_id',
} as const satisfies Record<View, keyof RequestDoc>

/**
 * A page of the board, the pressing first and the newest first among them. The cursor is the key of
 * the last one seen: what is posted meanwhile stands before it or in its own place, and moves nothing
 * behind it.
 */
export const listRequests = read('help.listRequests', {
  fetch: ({ store, input, userId, now }) => find(store, input, userId, now),
  allow: anyMember,
  reply: async ({ store, input, actor, now }, found) => {
    const { shown, next } = pageOf(found, (request) => request[ORDER[input.view]])
    const requesters = shown.map(({ userId }) => userId)
    const person = await findPeople(store, actor.community, requesters)
    const items = shown.map((request) =>
      cardOf(asOf(request, now), person(request.userId), actor.userId),
    )
    return { items, next }
  },
})

/**
 * The requests of one page and one more. Skills are asked for one beside the other, since a request
 * must name all of one skill or all of another; of what each finds, the first of all are the page.
 */
async function find(store: Store, input: Input, userId: string, now: Date): Promise<RequestDoc[]> {
  const words = input.search === undefined ? [] : termsAsked(input.search)
  if (input.search !== undefined && words.length === 0) return []
  if (input.fits === undefined) return findWith(store, input, userId, now, words)
  const skills = input.fits.map(termsAsked).filter((terms) => terms.length > 0)
  const found = await Promise.all(
    skills.map((terms) => findWith(store, input, userId, now, [...new Set([...words, ...terms])])),
  )
  const order = ORDER[input.view]
  return [...new Map(found.flat().map((request) => [request._id, request])).values()]
    .sort((a, b) => (a[order] < b[order] ? 1 : -1))
    .slice(0, PAGE_LIMIT)
}

function findWith(
  store: Store,
  { communityId, view, templateKey, urgency, cursor }: Input,
  userId: string,
  now: Date,
  terms: readonly string[],
): Promise<RequestDoc[]> {
  const order = ORDER[view]
  return store.find('requests', {
    where: {
      communityId,
      ...VIEWS[view](userId, now),
      ...(templateKey === undefined ? {} : { templateKey }),
      ...(terms.length === 0 ? {} : { terms: allOf([...terms]) }),
      ...ofUrgency(view, urgency, cursor),
      ...(order === '_id' && cursor ? { _id: lt(cursor) } : {}),
    },
    orderBy: [order, 'desc'],
    limit: PAGE_LIMIT,
  })
}

/** On the board the rank begins with the urgency: one urgency is a stretch of the order. */
function ofUrgency(view: View, urgency: Input['urgency'], cursor: Input['cursor']) {
  const byRank = ORDER[view] === 'rank'
  if (urgency === undefined) return byRank && cursor ? { rank: lt(cursor) } : {}
  if (view !== 'open') return { urgency, ...(byRank && cursor ? { rank: lt(cursor) } : {}) }
  const { from, to } = ranksOf(urgency)
  return { rank: gte(from).and(lt(cursor && cursor < to ? cursor : to)) }
}
