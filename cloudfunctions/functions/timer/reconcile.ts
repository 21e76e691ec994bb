import type { CommunityDoc, JobDoc, ReconciliationDoc } from '../../db/documents'
import { gt, lt, oneOf, store } from '../../db/store'
import { transact } from '../../db/transact'
import { dayOf } from '../../domain/days'
import { rolesWith } from '../../domain/duties'
import { newReconciliation, reconcileSlice } from '../../domain/ledger/reconcile'
import { newMessage } from '../../domain/message'
import { now } from '../../runtime/clock'
import { orderedId } from '../../runtime/ids'

/** When it is quiet: three at night where the product is used. */
const NIGHT_ZONE = 'Asia/Shanghai'
const NIGHT_HOUR = 3
const HOUR_MS = 3_600_000
/** Communities begun in one go. */
const COMMUNITIES_PAGE = 100
const COMMUNITIES_MAX = 100_000
/** Results are kept for a quarter of a year. */
const KEPT_DAYS = 92
const ADMINS_TOLD_MAX = 50

/**
 * Begins the night's reconciliation of every community, once a day, page by page; where it stopped
 * stands in its own document. Answers how many it began.
 */
export async function beginNight(): Promise<number> {
  const at = now()
  const day = dayOf(new Date(at.getTime() - NIGHT_HOUR * HOUR_MS), NIGHT_ZONE)
  const known = await store.get('jobs', 'reconcile')
  let job: JobDoc = known ?? { _id: 'reconcile', v: 1, createdAt: at, day: '', after: '' }
  if (job.day === day && job.after === '') return 0
  if (job.day !== day) job = { ...job, day, after: ' ' }
  let begun = 0
  while (job.after !== '' && begun < COMMUNITIES_MAX) {
    const page = await store.find('communities', {
      where: { _id: gt(job.after) },
      orderBy: ['_id', 'asc'],
      limit: COMMUNITIES_PAGE,
    })
    for (const { _id } of page) {
      const id = `${_id}:${day}`
      const run = newReconciliation(id, orderedId(at, id), _id, at)
      if (await store.createOnce('reconciliations', run)) begun += 1
    }
    const next = page.length < COMMUNITIES_PAGE ? '' : (page.at(-1)?._id ?? '')
    job = { ...job, after: next }
    const kept = job
    await transact((tx) => tx.put('jobs', kept))
  }
  return begun
}

/**
 * Walks on through the books of the community that waits longest, slice by slice, for at most
 * `forMs`; the next minute goes on from the last slice kept. Answers how many slices it walked.
 */
export async function reconcile(forMs: number): Promise<number> {
  const until = Date.now() + forMs
  let slices = 0
  while (Date.now() < until) {
    const [run] = await store.find('reconciliations', {
      where: { state: 'running' },
      orderBy: ['order', 'asc'],
      limit: 1,
    })
    if (!run) break
    const community = await store.get('communities', run.communityId)
    if (!community) throw new Error(`no community ${run.communityId}`)
    let current: ReconciliationDoc | null = run
    while (current?.state === 'running' && Date.now() < until) {
      current = await keep(await reconcileSlice(current, community, now()), community)
      slices += 1
    }
    // Another worker has gone further with this one.
    if (current === null) break
  }
  return slices
}

/** Keeps a slice unless somebody has kept it before; with the last one those with the duty are alarmed. */
async function keep(
  next: ReconciliationDoc,
  community: CommunityDoc,
): Promise<ReconciliationDoc | null> {
  const admins =
    next.state === 'done' && next.differencesCount > 0
      ? await store.find('members', {
          where: { communityId: community._id, role: oneOf(rolesWith('managePoints')) },
          limit: ADMINS_TOLD_MAX,
        })
      : []
  for (const { userId } of admins) {
    await store.createOnce(
      'messages',
      newMessage({
        _id: orderedId(next.createdAt, next._id, 'differs', userId),
        createdAt: now(),
        userId,
        communityId: community._id,
        communityName: community.name,
        kind: 'books_differ',
        params: { count: next.differencesCount },
        target: { page: 'pointsBooks' },
      }),
    )
  }
  const kept = await transact(async (tx) => {
    const stored = await tx.get('reconciliations', next._id)
    if (stored?.state !== 'running' || stored.step !== next.step - 1) return null
    await tx.put('reconciliations', next)
    return next
  })
  if (kept?.state === 'done') await forgetOld(kept)
  return kept
}

async function forgetOld({ communityId, createdAt }: ReconciliationDoc): Promise<void> {
  const before = new Date(createdAt.getTime() - KEPT_DAYS * 24 * HOUR_MS)
  await store.removeWhere('reconciliations', {
    communityId,
    state: 'done',
    order: lt(orderedId(before).slice(0, 10)),
  })
}
