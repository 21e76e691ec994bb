import { lt } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anybody } from './policy'
import { messageOf } from './present'

/** A page of the person's messages from all communities, newest first. */
export const list = read('inbox.list', {
  fetch: ({ store, input: { cursor }, userId }) =>
    store.find('messages', {
      where: { userId, ...(cursor ? { _id: lt(cursor) } : {}) },
      orderBy: ['_id', 'desc'],
      limit: PAGE_LIMIT,
    }),
  allow: anybody,
  reply: async (_context, found) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    return { items: shown.map(messageOf), next }
  },
})
