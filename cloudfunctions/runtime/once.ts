import type { ReceiptDoc } from '../db/documents'
import { store } from '../db/store'
import { refuse } from './errors'
import { hashed, orderedId } from './ids'

/**
 * The key of the record that a write was done. One receipt a user, action and key: created in the
 * transaction of the effect, so that there is either both or neither.
 */
export type ReceiptKey = { id: string; userId: string; action: string; inputHash: string }

export function receiptKey(
  userId: string,
  action: string,
  key: string,
  input: unknown,
): ReceiptKey {
  return {
    id: hashed('receipt', userId, action, key),
    userId,
    action,
    inputHash: hashed('input', stable(input)),
  }
}

/** The receipt of an earlier, identical call, or null. Refuses with `conflict` when the input differs. */
export async function receiptOf(key: ReceiptKey): Promise<ReceiptDoc | null> {
  const receipt = await store.get('receipts', key.id)
  if (receipt && receipt.inputHash !== key.inputHash) refuse('conflict')
  return receipt
}

/** The key that the n-th act noted on a receipt has in the log. */
export const auditId = ({ _id, createdAt }: ReceiptDoc, n: number): string =>
  orderedId(createdAt, _id, `audit ${n}`)

/** JSON with keys in order: the same input gives the same text, however the phone built it. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
