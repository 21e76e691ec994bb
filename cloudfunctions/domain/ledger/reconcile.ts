import type { DifferenceKind } from '../../../types/points'
import { DIFFERENCES_SHOWN_MAX, FORECAST_DAYS } from '../../../types/points'
import type { AccountDoc, CommunityDoc, ReconciliationDoc, Walk } from '../../db/documents'
import { type Books, storedBooks } from './books'
import { countDemand, type DemandBook, demandBook, storedDemand } from './forecast'
import { beginWalk, type Cut, endWalk, walkOn } from './walk'

/** What is in memory at once, and how long a slice is, has a bound whatever the books hold. */
const BOUNDS = {
  /** Accounts read at once, and of them walked at a time. */
  accounts: 48,
  atOnce: 8,
  /** Transfers read at a time: the most that the cloud answers. */
  page: 1000,
  /** From so many on a slice ends, also within an account: the next goes on at the same transfer. */
  transfers: 20_000,
}
const DAY_MS = 86_400_000
/** Longer than any call lives: what is older than this when a run begins has been written. */
const SETTLING_MS = 300_000

/** A run that has walked nothing yet. */
export const newReconciliation = (
  _id: string,
  order: string,
  communityId: string,
  at: Date,
): ReconciliationDoc => ({
  _id,
  v: 1,
  createdAt: at,
  communityId,
  state: 'running',
  order,
  countedTo: new Date(at.getTime() - SETTLING_MS),
  finishedAt: null,
  step: 0,
  after: '',
  open: [],
  isWalked: false,
  counted: 0,
  countedAfter: '',
  totals: {
    accounts: 0,
    transfers: 0,
    issued: 0,
    outstanding: 0,
    held: 0,
    spent: 0,
    expired: 0,
  },
  differences: [],
  differencesCount: 0,
  demand: [],
})

/**
 * Walks on through a community's books, at most so many transfers, and answers the run as it is then;
 * `done` when nothing is left. Writes nothing: the caller keeps the answer, and a slice that was lost
 * is walked again.
 */
export async function reconcileSlice(
  run: ReconciliationDoc,
  community: CommunityDoc,
  at: Date,
  books: Books = storedBooks,
  bounds = BOUNDS,
): Promise<ReconciliationDoc> {
  const next = {
    ...run,
    step: run.step + 1,
    totals: { ...run.totals },
    differences: [...run.differences],
  }
  if (next.isWalked) return countOn(next, at, books, { ...bounds, left: bounds.transfers })
  const demand = demandBook(run.demand)
  const cut: Cut = {
    countedTo: run.countedTo,
    since: new Date(run.countedTo.getTime() - FORECAST_DAYS * DAY_MS),
    timeZone: community.timeZone,
  }
  // Accounts that the last slice has not come to the end of are walked first and alone.
  const isResumed = run.open.length > 0
  const found = isResumed
    ? []
    : await books.accountsAfter(run.communityId, run.after, bounds.accounts)
  const queue = [...found]
  let left = bounds.transfers
  while (left > 0 && (next.open.length > 0 || queue.length > 0)) {
    if (next.open.length === 0) next.open = takeNext(next, queue.splice(0, bounds.atOnce))
    const steps = await Promise.all(next.open.map((walk) => stepOn(walk, cut, books, bounds.page)))
    next.open = []
    for (const { walk, read } of steps) {
      left -= read
      if (read < bounds.page) addWalk(next, demand, endWalk(walk))
      else next.open.push(walk)
    }
  }
  next.demand = storedDemand(demand)
  const isLast = !isResumed && found.length < bounds.accounts
  next.isWalked = isLast && next.open.length + queue.length === 0
  return next.isWalked ? countOn(next, at, books, { ...bounds, left }) : next
}

/** Begins the walks of the next few accounts. */
function takeNext(run: ReconciliationDoc, accounts: readonly AccountDoc[]): Walk[] {
  run.after = accounts.at(-1)?._id ?? run.after
  return accounts.map(beginWalk)
}

async function stepOn(
  walk: Walk,
  cut: Cut,
  books: Books,
  limit: number,
): Promise<{ walk: Walk; read: number }> {
  const page = await books.transfersAfter(walk.account, walk.after, limit)
  return { walk: walkOn(walk, page, cut), read: page.length }
}

/** An account that was walked to its end. */
function addWalk(run: ReconciliationDoc, demand: DemandBook, walk: Walk): void {
  const { totals } = run
  totals.accounts += 1
  totals.transfers += walk.transfers
  totals.issued += walk.issued
  totals.outstanding += walk.holdings
  totals.held += walk.end.held
  totals.spent += walk.spent
  totals.expired += walk.expired
  for (const { rule, given, days } of walk.earned) {
    countDemand(
      demand,
      rule,
      given,
      days.map(({ percent }) => percent),
    )
  }
  for (const { kind, subject } of walk.differences) differ(run, kind, subject, walk.userId)
}

function differ(
  run: ReconciliationDoc,
  kind: DifferenceKind,
  subject: string,
  userId: string | null,
): void {
  run.differencesCount += 1
  if (run.differences.length < DIFFERENCES_SHOWN_MAX)
    run.differences.push({ kind, subject, userId })
}

/**
 * Counts the stored transfers, page by page and at most so many: one question about all of them would
 * take longer than the cloud waits. At the end of them the run is finished.
 */
async function countOn(
  run: ReconciliationDoc,
  at: Date,
  books: Books,
  { page, left }: { page: number; left: number },
): Promise<ReconciliationDoc> {
  const next = { ...run }
  for (let rest = left; rest > 0; rest -= page) {
    const found = await books.instantsAfter(next.communityId, next.countedAfter, page)
    next.counted += found.filter(({ createdAt }) => createdAt <= next.countedTo).length
    next.countedAfter = found.at(-1)?.order ?? next.countedAfter
    if (found.length < page) return finish(next, at)
  }
  return next
}

/** The whole must add up, and no transfer may stand beside the accounts. */
function finish(run: ReconciliationDoc, at: Date): ReconciliationDoc {
  const { counted, totals } = run
  if (counted !== totals.transfers) differ(run, 'transfer_unknown', String(counted), null)
  const { issued, outstanding, spent, expired } = totals
  if (issued !== outstanding + spent + expired) {
    differ(run, 'books_differ', String(issued - outstanding - spent - expired), null)
  }
  return { ...run, state: 'done', finishedAt: at }
}
