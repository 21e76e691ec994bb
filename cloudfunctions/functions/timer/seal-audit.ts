import { AUDIT_ACTIONS } from '../../../types/audit'
import type { AuditHeadDoc, ReceiptDoc } from '../../db/documents'
import { gt, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { GENESIS, linked } from '../../domain/audit/chain'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'
import { auditId } from '../../runtime/once'
import { nextNight } from './check-audit'

/** Receipts sealed in one transaction: a transaction is short, and the next takes the rest. */
const BATCH_MAX = 20

/**
 * Takes what admins did, as the receipts of their writes say, into the hash chains of their
 * communities. Run twice or beside itself it seals nothing twice: an entry's key is made of its
 * receipt. A community that fails does not keep the others waiting. Answers how many receipts it
 * settled.
 */
export async function sealAudit(limit: number): Promise<number> {
  const waiting = await store.find('receipts', {
    where: { unlogged: gt('') },
    orderBy: ['unlogged', 'asc'],
    limit,
  })
  const byCommunity = new Map<string, ReceiptDoc[]>()
  for (const receipt of waiting) {
    const communityId = receipt.unlogged ?? ''
    byCommunity.set(communityId, [...(byCommunity.get(communityId) ?? []), receipt])
  }
  let settled = 0
  for (const [communityId, receipts] of byCommunity) {
    try {
      const ordered = receipts.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
      for (let i = 0; i < ordered.length; i += BATCH_MAX) {
        settled += await seal(communityId, ordered.slice(i, i + BATCH_MAX))
      }
    } catch (error) {
      log('error', { event: 'audit.sealing_failed', subject: communityId, ...described(error) })
    }
  }
  return settled
}

/** The order of sealing is the order of the chain: a write that commits late comes behind. */
async function seal(communityId: string, receipts: readonly ReceiptDoc[]): Promise<number> {
  const at = now()
  await transact(async (tx) => {
    const before = (await tx.get('auditHeads', communityId)) ?? freshHead(communityId, at)
    let head = before
    for (const receipt of receipts) head = await append(tx, head, receipt)
    if (head.seq !== before.seq) await tx.put('auditHeads', head)
  })
  await Promise.all(
    receipts.map(({ _id }) => store.updateWhere('receipts', { _id }, { unlogged: '' })),
  )
  return receipts.length
}

async function append(tx: Tx, head: AuditHeadDoc, receipt: ReceiptDoc): Promise<AuditHeadDoc> {
  let end = head
  for (const [n, note] of (receipt.audit ?? []).entries()) {
    const id = auditId(receipt, n)
    // An earlier run may have sealed it and been cut off before it settled the receipt.
    if (await tx.get('audit', id)) continue
    const entry = linked(
      {
        _id: id,
        v: 1,
        createdAt: receipt.createdAt,
        communityId: head._id,
        kind: AUDIT_ACTIONS[note.action],
        ...note,
      },
      end,
    )
    await tx.create('audit', entry)
    end = { ...end, seq: entry.seq, hash: entry.hash }
  }
  return end
}

const freshHead = (communityId: string, at: Date): AuditHeadDoc => ({
  _id: communityId,
  v: 1,
  createdAt: at,
  ...GENESIS,
  checkAt: nextNight(at),
  checkedTo: 0,
  checkedHash: '',
  checkedAt: null,
  broken: null,
})
