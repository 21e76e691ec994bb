import type { AuditHeadDoc, CommunityDoc } from '../../db/documents'
import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { checkStretch } from '../../domain/audit/check'
import { rolesWith } from '../../domain/duties'
import { now } from '../../runtime/clock'
import { hashed } from '../../runtime/ids'
import { log } from '../../runtime/log'

/** Three in the morning where the product is used (UTC+8, which knows no summer time). */
const NIGHT_HOUR_UTC = 19
const DAY_MS = 86_400_000

/** The first night that begins after `at`. */
export function nextNight(at: Date): Date {
  const night = new Date(at)
  night.setUTCHours(NIGHT_HOUR_UTC, 0, 0, 0)
  return night > at ? night : new Date(night.getTime() + DAY_MS)
}

/**
 * Checks the chains whose night has come, one stretch each and run; a long chain goes on in the next
 * minute from where the check stands. What is found stands on the head and is shown with the log; a
 * new fault is told to those who answer for the community. Answers how many stretches it checked.
 */
export async function checkAudit(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('auditHeads', {
    where: { checkAt: lte(at) },
    orderBy: ['checkAt', 'asc'],
    limit,
  })
  for (const head of due) await checkOne(head, at)
  return due.length
}

async function checkOne(head: AuditHeadDoc, at: Date): Promise<void> {
  const { _id: communityId, checkedTo, checkedHash } = head
  const hash = checkedTo === 0 ? null : checkedHash
  const { last, isEnd, broken } = await checkStretch(communityId, checkedTo, hash, head)
  const isNew = broken !== null && head.broken?.seq !== broken.seq
  const community = isNew ? await store.get('communities', communityId) : null
  const told = community ? await answerableFor(communityId) : []
  await transact(async (tx) => {
    const current = await tx.get('auditHeads', communityId)
    if (!current || current.checkedTo !== checkedTo) return
    const isOver = broken !== null || isEnd
    await tx.put('auditHeads', {
      ...current,
      checkedTo: isOver ? 0 : last.seq,
      checkedHash: isOver ? '' : last.hash,
      ...(isOver ? { checkedAt: at, broken, checkAt: nextNight(at) } : {}),
    })
    if (isOver && community && broken) {
      await tx.create('receipts', alarm(community, broken.seq, told, at))
    }
  })
  // The end of the chain stands in the log of the function too, which no admin can write to.
  log(broken ? 'error' : 'info', { event: 'audit.checked', communityId, ...last, broken })
}

const answerableFor = async (communityId: string): Promise<string[]> => {
  const found = await Promise.all(
    rolesWith('readAudit').map((role) =>
      store.find('members', { where: { communityId, role }, limit: 50 }),
    ),
  )
  return found.flat().map(({ userId }) => userId)
}

const alarm = (community: CommunityDoc, seq: number, to: readonly string[], at: Date) => ({
  _id: hashed('receipt', 'audit broken', community._id, String(seq), at.toISOString()),
  v: 1 as const,
  createdAt: at,
  userId: '',
  action: 'timer.checkAudit',
  inputHash: '',
  reply: '{}',
  outbox: [
    {
      to,
      except: null,
      communityId: community._id,
      communityName: community.name,
      kind: 'audit_broken' as const,
      params: { seq },
      target: { page: 'audit' as const },
    },
  ],
  sent: false,
})
