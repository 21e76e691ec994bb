import type { AuditEntryView } from '../../../types/audit'
import type { AuditDoc, AuditNote, ReceiptDoc } from '../../db/documents'
import { auditId } from '../../runtime/once'

const said = ({ actorName, actorRole, action, params }: AuditNote) => ({
  actor: actorName,
  actorRole,
  action,
  params,
})

export const entryOf = (entry: AuditDoc): AuditEntryView => ({
  entryId: entry._id,
  seq: entry.seq,
  at: entry.createdAt.toISOString(),
  ...said(entry),
})

/** What a write noted and the timer has not sealed yet. */
export const waitingOf = (
  receipt: ReceiptDoc,
  isWanted: (note: AuditNote) => boolean,
): AuditEntryView[] =>
  (receipt.audit ?? []).flatMap((note, n) =>
    isWanted(note)
      ? [
          {
            entryId: auditId(receipt, n),
            seq: null,
            at: receipt.createdAt.toISOString(),
            ...said(note),
          },
        ]
      : [],
  )
