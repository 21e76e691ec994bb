import { UNREAD_COUNTED_MAX } from '../../../types/inbox'
import { read } from '../../runtime/action'
import { anybody } from './policy'

/** How many messages wait to be read, counted no further than UNREAD_COUNTED_MAX. */
export const countUnread = read('inbox.countUnread', {
  fetch: ({ store, userId }) =>
    store.countUpTo('messages', { userId, read: false }, UNREAD_COUNTED_MAX),
  allow: anybody,
  reply: async (_context, unread) => ({ unread }),
})
