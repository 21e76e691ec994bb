import type { DifferenceKind } from '../../../types/points'
import { DIFFERENCES_SHOWN_MAX, FORECAST_DAYS } from '../../../types/points'
import type { CommunityDoc, ReconciliationDoc, TransferDoc } from '../../db/documents'
import { gt, lte, store } from '../../db/store'
import { countDemand, demandBook, storedDemand } from './forecast'
import { type Cut, type Walked, walkAccount } from './walk'

/** Accounts of one slice, walked some at a time: what is in memory at once has a bound. */
const ACCOUNTS_A_SLICE = 48
const AT_ONCE = 8
/** Transfers read at a time: the most that the cloud answers. */
const PAGE = 1000
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
 * Walks the next accounts of a community and answers the run as it is then; `done` when none is left.
 * Writes nothing: the caller keeps the answer, and a slice that was lost is walked again.
 */
export async function reconcileSlice(
  run: ReconciliationDoc,
  community: CommunityDoc,
  at: Date,
): Promise<ReconciliationDoc> {
  const { communityId, countedTo, after } = run
  const accounts = await store.find('accounts', {
    where: { communityId, _id: gt(after) },
    orderBy: ['_id', 'asc'],
    limit: ACCOUNTS_A_SLICE,
  })
  const cut: Cut = {
    countedTo,
    since: new Date(countedTo.getTime() - FORECAST_DAYS * DAY_MS),
    timeZone: community.timeZone,
  }
  const next: ReconciliationDoc = {
    ...run,
    step: run.step + 1,
    after: accounts.at(-1)?._id ?? after,
    totals: { ...run.totals },
    differences: [...run.differences],
  }
  const demand = demandBook(run.demand)
  for (let i = 0; i < accounts.length; i += AT_ONCE) {
    const some = accounts.slice(i, i + AT_ONCE)
    const walks = await Promise.all(
      some.map((account) => walkAccount(account, transfersOf(account._id), cut)),
    )
    for (const [n, account] of some.entries()) {
      const walked = walks[n]
      if (!walked) continue
      addWalk(next, account.userId, walked)
      next.totals.held += account.held
      for (const [rule, { given, byDay }] of walked.earned) {
        countDemand(demand, rule, given, [...byDay.values()])
      }
    }
  }
  next.demand = storedDemand(demand)
  return accounts.length < ACCOUNTS_A_SLICE ? finish(next, at) : next
}

async function* transfersOf(account: string): AsyncGenerator<TransferDoc[]> {
  let after = ''
  for (;;) {
    const page = await store.find('transfers', {
      where: { accounts: account, order: gt(after) },
      orderBy: ['order', 'asc'],
      limit: PAGE,
    })
    yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.order
  }
}

function addWalk(run: ReconciliationDoc, userId: string, walked: Walked): void {
  const { totals } = run
  totals.accounts += 1
  totals.transfers += walked.transfers
  totals.issued += walked.issued
  totals.outstanding += walked.holdings
  totals.spent += walked.spent
  totals.expired += walked.expired
  for (const { kind, subject } of walked.differences) differ(run, kind, subject, userId)
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

/** Every account was walked: the whole must add up, and no transfer may stand beside the accounts. */
async function finish(run: ReconciliationDoc, at: Date): Promise<ReconciliationDoc> {
  const { communityId, countedTo, totals } = run
  const stored = await store.count('transfers', { communityId, createdAt: lte(countedTo) })
  if (stored !== totals.transfers) differ(run, 'transfer_unknown', String(stored), null)
  const { issued, outstanding, spent, expired } = totals
  if (issued !== outstanding + spent + expired) {
    differ(run, 'books_differ', String(issued - outstanding - spent - expired), null)
  }
  return { ...run, state: 'done', finishedAt: at }
}
