import { unreadFor, withThreadSeen } from '../../domain/help/thread'
import { write } from '../../runtime/action'
import { belongsToMatch } from './policy'
import { loadRequest } from './step'

/** One has read the thread as it is now. Seen before, it changes nothing. */
export const markThreadSeen = write('help.markThreadSeen', {
  load: loadRequest,
  allow: belongsToMatch,
  act: async ({ tx, actor }, { request }) => {
    if (unreadFor(request, actor.userId) > 0) {
      await tx.put('requests', withThreadSeen(request, actor.userId))
    }
    return {}
  },
})
