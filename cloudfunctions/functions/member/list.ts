import { gt } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { profileOf } from './present'

/**
 * A page of the directory, in the order of member ids: a hash of the person, so no one stands first
 * for having come first. The cursor is the last id seen, which never changes.
 */
export const list = read('member.list', {
  fetch: ({ store, input: { communityId, cursor } }) =>
    store.find('members', {
      where: { communityId, ...(cursor ? { _id: gt(cursor) } : {}) },
      orderBy: ['_id', 'asc'],
      limit: PAGE_LIMIT,
    }),
  allow: anyMember,
  reply: async (_context, found) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    return { items: shown.map(profileOf), next }
  },
})
