import { createHash } from 'node:crypto'
import type { TransferDoc } from '../../db/documents'

/** What the first link of an account follows. */
export const CHAIN_START = 'start'

/**
 * The hash of one posting's link: over all that the transfer says, its place in the account's chain
 * and the link before. Whoever edits, removes or inserts a transfer breaks every later link.
 */
export function hashLink(
  transfer: TransferDoc,
  link: { account: string; seq: number; prev: string },
): string {
  const said = [
    transfer._id,
    transfer.order,
    transfer.createdAt.toISOString(),
    transfer.reason,
    Object.entries(transfer.params).sort(([a], [b]) => (a < b ? -1 : 1)),
    [transfer.cause.kind, transfer.cause.id],
    transfer.actorUserId,
    transfer.reverses,
    transfer.postings.map(({ account, amount, lots }) => [
      account,
      amount,
      lots.map((lot) => [lot.month, lot.amount]),
    ]),
    [link.account, link.seq, link.prev],
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}
