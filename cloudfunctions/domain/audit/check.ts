import type { ChainFault } from '../../../types/audit'
import type { AuditDoc } from '../../db/documents'
import { gt, store } from '../../db/store'
import { faultAtEnd, follow, GENESIS, type Link } from './chain'

/** Entries checked at a time. */
export const STRETCH_MAX = 400

/**
 * Checks up to STRETCH_MAX entries after place `after`. `hash` is what the entry at `after` hashed
 * to when it was checked; null takes it from the log, which is right within one run of checks from
 * the beginning. `head` must have been read before: what is sealed since is left to the next check.
 */
export async function checkStretch(
  communityId: string,
  after: number,
  hash: string | null,
  head: Link,
): Promise<{ last: Link; isEnd: boolean; broken: ChainFault | null }> {
  // The entry before comes along, so that the first of the stretch is held against it.
  const found = await store.find('audit', {
    where: { communityId, seq: gt(after - 1) },
    orderBy: ['seq', 'asc'],
    limit: STRETCH_MAX + 1,
  })
  const known = found.filter(({ seq }) => seq <= head.seq)
  const before = linkBefore(known, after, hash)
  if (!before) {
    return { last: { seq: after, hash: '' }, isEnd: true, broken: { seq: after, fault: 'removed' } }
  }
  const { last, broken } = follow(
    before,
    known.filter(({ seq }) => seq > after),
  )
  const isEnd = found.length <= STRETCH_MAX || last.seq >= head.seq
  return { last, isEnd, broken: broken ?? (isEnd ? faultAtEnd(last, head) : null) }
}

function linkBefore(known: readonly AuditDoc[], after: number, hash: string | null): Link | null {
  if (after === 0) return GENESIS
  if (hash !== null) return { seq: after, hash }
  const entry = known.find(({ seq }) => seq === after)
  return entry ? { seq: after, hash: entry.hash } : null
}
