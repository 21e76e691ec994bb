import { createHash } from 'node:crypto'
import type { ChainFault } from '../../../types/audit'
import type { AuditDoc } from '../../db/documents'

/** Before the first entry of a community. */
export const GENESIS = { seq: 0, hash: '' }
export type Link = { seq: number; hash: string }

type Content = Omit<AuditDoc, 'hash'>

/** SHA-256 over all that an entry says and its place: nothing of it can change unseen. */
export function hashOf(entry: Content): string {
  const content = [
    entry._id,
    entry.communityId,
    entry.seq,
    entry.prev,
    entry.createdAt.toISOString(),
    entry.actorUserId,
    entry.actorRole,
    entry.actorName,
    entry.action,
    entry.kind,
    entry.subject,
    Object.entries(entry.params).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The entry as the next link behind `head`. */
export function linked(entry: Omit<Content, 'seq' | 'prev'>, head: Link): AuditDoc {
  const content = { ...entry, seq: head.seq + 1, prev: head.hash }
  return { ...content, hash: hashOf(content) }
}

/**
 * Follows the chain from `before` through entries in the order of their places. Answers the last
 * good link, and the first fault: an entry missing, one whose content is not what was hashed, or one
 * that names another predecessor.
 */
export function follow(
  before: Link,
  entries: readonly AuditDoc[],
): { last: Link; broken: ChainFault | null } {
  let last = before
  for (const entry of entries) {
    const fault = faultOf(entry, last)
    if (fault) return { last, broken: { seq: last.seq + 1, fault } }
    last = { seq: entry.seq, hash: entry.hash }
  }
  return { last, broken: null }
}

function faultOf(entry: AuditDoc, last: Link): ChainFault['fault'] | null {
  if (entry.seq > last.seq + 1) return 'removed'
  // Of two entries at one place, one was moved there.
  if (entry.seq !== last.seq + 1) return 'reordered'
  if (hashOf(entry) !== entry.hash) return 'edited'
  return entry.prev === last.hash ? null : 'reordered'
}

/** At the end of the chain: it must lead to the head, or its end was cut off or replaced. */
export function faultAtEnd(last: Link, head: Link): ChainFault | null {
  if (last.seq < head.seq) return { seq: last.seq + 1, fault: 'removed' }
  return last.hash === head.hash ? null : { seq: last.seq, fault: 'edited' }
}
