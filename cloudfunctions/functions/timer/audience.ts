import type { Audience } from '../../../types/help-rules'
import type { MemberDoc, RequestDoc } from '../../db/documents'
import { gt, oneOf, type Store } from '../../db/store'
import { rolesWith } from '../../domain/duties'
import { fits } from '../../domain/help/terms'

/** Those who watch the board are few; those who are asked for their skill are kept few. */
const DUTY_MAX = 30
const FITTING_MAX = 50
/** Members looked through for a skill, in pages. */
const PAGE = 500
const PAGES_MAX = 10

/**
 * Who is to be told that somebody is in need. In a community too large to look through, the search
 * begins at another member each time, so that it is not always the same who are asked.
 */
export async function findAudience(
  store: Store,
  request: RequestDoc,
  audience: Audience,
): Promise<readonly string[] | 'members'> {
  if (audience === 'members') return 'members'
  const [duty, fitting] = await Promise.all([
    store.find('members', {
      where: { communityId: request.communityId, role: oneOf(rolesWith('watchBoard')) },
      limit: DUTY_MAX,
    }),
    audience === 'fitting' ? findFitting(store, request) : [],
  ])
  return [...new Set([...duty, ...fitting].map(({ userId }) => userId))]
}

async function findFitting(store: Store, request: RequestDoc): Promise<MemberDoc[]> {
  const { communityId, terms, _id } = request
  // User ids are hashes, and so are the ends of request ids: any is as good a beginning.
  const start = `${communityId}:${_id.slice(10)}`
  const found: MemberDoc[] = []
  let after = start
  let isRound = false
  for (let page = 0; page < PAGES_MAX && found.length < FITTING_MAX; page++) {
    const members = await store.find('members', {
      where: { communityId, _id: gt(after) },
      orderBy: ['_id', 'asc'],
      limit: PAGE,
    })
    const fresh = isRound ? members.filter((member) => member._id <= start) : members
    found.push(...fresh.filter(({ skills }) => fits(terms, skills)))
    const last = members.at(-1)
    const isEnd = !last || members.length < PAGE
    if (isRound && (isEnd || last._id > start)) break
    if (isEnd) isRound = true
    after = isEnd ? '' : last._id
  }
  return found.slice(0, FITTING_MAX)
}
