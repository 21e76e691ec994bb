import type { ResealDoc } from '../../db/documents'
import { gt, store } from '../../db/store'
import { transact } from '../../db/transact'
import { fieldKeys } from '../../domain/privacy/keys'
import { isOldSeal, resealedBatch, resealedItem, resealedOrder } from '../../domain/store/sealed'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'

/** Documents looked at in one step. */
const PAGE = 200
/** What holds sealed texts, in the order in which it is walked. */
const STAGES = ['orders', 'codes', 'items'] as const
type Stage = (typeof STAGES)[number]
type Sealed = string | null

/**
 * After a rotation: walks all that is sealed and seals it anew under the first key, at most `pages`
 * pages a run. A pass that found something older is followed by another, because a step on an order
 * may have written it back as it was read; the first pass that finds nothing is the last. Then its document
 * says so (`reseals/reseal`, `doneAt`), and the older keys may go. Answers how many documents it changed.
 */
export async function reseal(pages: number): Promise<number> {
  const [{ id: keyId }] = fieldKeys()
  const known = await store.get('reseals', 'reseal')
  let job = known?.keyId === keyId ? known : begun(keyId)
  let changed = 0
  for (let n = 0; n < pages && job.doneAt === null; n++) {
    const { found, next } = await walkPage(job)
    changed += found
    job = next
    const kept = job
    await transact((tx) => tx.put('reseals', kept))
  }
  return changed
}

const begun = (keyId: string): ResealDoc => ({
  _id: 'reseal',
  v: 1,
  createdAt: now(),
  keyId,
  stage: 0,
  after: '',
  found: 0,
  stuck: 0,
  doneAt: null,
})

async function walkPage(job: ResealDoc): Promise<{ found: number; next: ResealDoc }> {
  const stage = STAGES[job.stage] ?? 'orders'
  const page = await pageOf(stage, job.after)
  let [found, stuck] = [0, 0]
  for (const { _id } of page.filter(({ texts }) => texts.some(isOldSeal))) {
    try {
      if (await resealOne(stage, _id)) found += 1
    } catch (error) {
      stuck += 1
      log('error', { event: 'reseal.stuck', subject: `${stage}/${_id}`, ...described(error) })
    }
  }
  const walked = { ...job, found: job.found + found, stuck: job.stuck + stuck }
  if (page.length === PAGE) return { found, next: { ...walked, after: page.at(-1)?._id ?? '' } }
  if (job.stage + 1 < STAGES.length) {
    return { found, next: { ...walked, after: '', stage: job.stage + 1 } }
  }
  if (walked.found > 0) return { found, next: { ...begun(job.keyId), createdAt: job.createdAt } }
  log('info', { event: 'reseal.done', keyId: job.keyId, stuck: walked.stuck })
  return { found, next: { ...walked, doneAt: now() } }
}

/** The next documents with what is sealed in them. */
async function pageOf(stage: Stage, after: string): Promise<{ _id: string; texts: Sealed[] }[]> {
  const query = { where: { _id: gt(after) }, orderBy: ['_id', 'asc'], limit: PAGE } as const
  if (stage === 'codes') {
    const batches = await store.findParts('codes', query, ['_id', 'codes'])
    return batches.map(({ _id, codes }) => ({ _id, texts: codes }))
  }
  const found =
    stage === 'orders'
      ? await store.findParts('orders', query, ['_id', 'secret'])
      : await store.findParts('items', query, ['_id', 'secret'])
  return found.map(({ _id, secret }) => ({ _id, texts: [secret] }))
}

/** One document under the first key, in a transaction of its own; false when it was before. */
function resealOne(stage: Stage, id: string): Promise<boolean> {
  return transact(async (tx) => {
    if (stage === 'orders') {
      const order = await tx.get('orders', id)
      const anew = order && resealedOrder(order)
      if (!anew || anew === order) return false
      await tx.put('orders', anew)
    } else if (stage === 'codes') {
      const batch = await tx.get('codes', id)
      const anew = batch && resealedBatch(batch)
      if (!anew || anew === batch) return false
      await tx.put('codes', anew)
    } else {
      const item = await tx.get('items', id)
      const anew = item && resealedItem(item)
      if (!anew || anew === item) return false
      await tx.put('items', anew)
    }
    return true
  })
}
