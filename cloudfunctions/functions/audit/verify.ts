import { checkStretch } from '../../domain/audit/check'
import { read } from '../../runtime/action'
import { mayReadAudit } from './policy'

/**
 * Checks the next stretch of the chain, entry by entry and each against the one before; the phone
 * asks for one after the other until `next` is null or something is broken.
 */
export const verify = read('audit.verify', {
  fetch: ({ store, input: { communityId } }) => store.get('auditHeads', communityId),
  allow: mayReadAudit,
  reply: async ({ input: { communityId, from } }, head) => {
    if (!head) return { sealed: 0, checked: 0, next: null, broken: null }
    const { last, isEnd, broken } = await checkStretch(communityId, from - 1, null, head)
    return {
      sealed: head.seq,
      checked: last.seq,
      next: broken || isEnd ? null : last.seq + 1,
      broken,
    }
  },
})
