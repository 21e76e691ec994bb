import { AUDIT_ACTIONS } from '../../../types/audit'
import type { AuditNote } from '../../db/documents'
import { lt } from '../../db/store'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { mayReadAudit } from './policy'
import { entryOf, waitingOf } from './present'

/** Acts of the last minute shown before they are sealed. */
const WAITING_MAX = 50

/**
 * A page of the log, newest first, by place in the chain; before the first page stands what was done
 * within the minute and waits to be sealed. The cursor is the place of the last one seen.
 */
export const list = read('audit.list', {
  fetch: async ({ store, input: { communityId, kind, subject, cursor } }) => {
    const [entries, head, receipts] = await Promise.all([
      store.find('audit', {
        where: {
          communityId,
          ...(kind ? { kind } : {}),
          ...(subject ? { subject } : {}),
          ...(cursor ? { seq: lt(Number(cursor)) } : {}),
        },
        orderBy: ['seq', 'desc'],
        limit: PAGE_LIMIT,
      }),
      store.get('auditHeads', communityId),
      cursor
        ? []
        : store.find('receipts', {
            where: { unlogged: communityId },
            orderBy: ['createdAt', 'desc'],
            limit: WAITING_MAX,
          }),
    ])
    return { entries, head, receipts }
  },
  allow: mayReadAudit,
  reply: async ({ input: { kind, subject } }, { entries, head, receipts }) => {
    const isWanted = (note: AuditNote) =>
      (!kind || AUDIT_ACTIONS[note.action] === kind) && (!subject || note.subject === subject)
    const sealed = new Set(entries.map(({ _id }) => _id))
    const waiting = receipts
      .flatMap((receipt) => waitingOf(receipt, isWanted))
      .filter(({ entryId }) => !sealed.has(entryId))
    const { shown, next } = pageOf(entries, ({ seq }) => String(seq))
    return {
      items: [...waiting, ...shown.map(entryOf)],
      next,
      chain: {
        sealed: head?.seq ?? 0,
        checkedAt: head?.checkedAt?.toISOString() ?? null,
        broken: head?.broken ?? null,
      },
    }
  },
})
