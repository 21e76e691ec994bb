import { lte, store } from '../../db/store'
import { write } from '../../runtime/action'
import { anybody } from './policy'

/**
 * Marks as read what the person has seen: the message named and all before it. One conditional
 * update over the person's own messages, ahead of the transaction: done twice it changes nothing
 * more, and left behind by a failure it is still true. The receipt keeps a repeated call from
 * marking what has come in since.
 */
export const markRead = write('inbox.markRead', {
  prepare: async ({ input: { upTo }, actor: { userId } }) => {
    await store.updateWhere('messages', { userId, read: false, _id: lte(upTo) }, { read: true })
  },
  allow: anybody,
  act: async () => ({}),
})
