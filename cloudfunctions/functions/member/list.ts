import { allOf, gt } from '../../db/store'
import { termsAsked } from '../../domain/help/terms'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { profileOf } from './present'

/**
 * A page of the directory, in the order of member ids: a hash of the person, so no one stands first
 * for having come first. The cursor is the last id seen, which never changes. A search finds names,
 * skills and interests that hold every pair of characters asked for, by an index.
 */
export const list = read('member.list', {
  fetch: async ({ store, input: { communityId, search, cursor } }) => {
    const terms = search === undefined ? [] : termsAsked(search)
    if (search !== undefined && terms.length === 0) return []
    return store.find('members', {
      where: {
        communityId,
        ...(terms.length === 0 ? {} : { terms: allOf(terms) }),
        ...(cursor ? { _id: gt(cursor) } : {}),
      },
      orderBy: ['_id', 'asc'],
      limit: PAGE_LIMIT,
    })
  },
  allow: anyMember,
  reply: async ({ actor }, found) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    return { items: shown.map((member) => profileOf(member, actor.community)), next }
  },
})
