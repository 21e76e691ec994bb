import { booksOf, community, entry, later, nameOf } from '../../../test/world/ledger-books'
import { memoryBooks } from '../../../test/world/memory-books'
import type { Memory } from '../../../test/world/memory-tx'
import type { ReconciliationDoc } from '../../db/documents'
import { post } from '.'
import { newReconciliation, reconcileSlice } from './reconcile'

const MINUTE_MS = 60_000
const AFTER = later(10 * MINUTE_MS)
const DONE = later(11 * MINUTE_MS)
/** Bounds that are soon reached. */
const bounds = { accounts: 4, atOnce: 2, page: 3, transfers: 10 }
/** Five accounts: 1, 20, 2, 3 and 7 transfers. */
const LENGTHS = [1, 20, 2, 3, 7]
const places = (seen: ReconciliationDoc[]) =>
  seen.map(({ after, open, totals }) => [
    after,
    open.map(({ account, seq }) => `${account} ${seq}`),
    totals.accounts,
  ])
const walk = async (
  memory: Memory,
  meanwhile = async (_step: number) => {},
  within: typeof bounds = bounds,
) => {
  let run = newReconciliation('r', 'o', 'c1', AFTER)
  const seen: ReconciliationDoc[] = []
  while (run.state === 'running' && seen.length < 20) {
    const books = memoryBooks(memory)
    run = structuredClone(await reconcileSlice(run, community, DONE, books, within))
    seen.push(run)
    await meanwhile(run.step)
  }
  return seen
}

/** Someone has a point between two slices. */
const earns = async (memory: Memory, userId: string, step: number) => {
  const movement = { key: `meanwhile${step}`, from: 'issuance', to: { userId }, amount: 1 } as const
  await memory.transact((tx) => post(tx, { ...entry, at: DONE, ...movement }))
}

test('a slice ends within an account, the next goes on there, and all adds up', async () => {
  const seen = await walk(await booksOf(5, (n) => LENGTHS[n] ?? 0))
  expect(places(seen)).toEqual([
    // Two at once: one transfer of the first, three pages of the second, and the bound is reached.
    ['c1:u001', ['c1:u001 9'], 1],
    // What was left in the middle is walked first and alone.
    ['c1:u001', [], 2],
    ['c1:u004', ['c1:u004 6'], 4],
    ['c1:u004', [], 5],
    // Nothing is left of the accounts: the transfers are counted, in as bounded slices.
    ['c1:u004', [], 5],
    ['c1:u004', [], 5],
    ['c1:u004', [], 5],
  ])
  expect(seen.map(({ isWalked, counted }) => [isWalked, counted]).slice(-4)).toEqual([
    [false, 0],
    [true, 12],
    [true, 24],
    [true, 33],
  ])
  expect(seen.at(-1)).toMatchObject({
    state: 'done',
    differencesCount: 0,
    totals: { accounts: 5, transfers: 33, issued: 33, outstanding: 33 },
  })
})

test('an account is held to what it said when its walk began, whatever comes meanwhile', async () => {
  const memory = await booksOf(2, (n) => LENGTHS[n] ?? 0)
  const seen = await walk(memory, (step) => earns(memory, nameOf(1), step))
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.at(-1)).toMatchObject({
    state: 'done',
    differencesCount: 0,
    totals: { accounts: 2, transfers: 21 },
  })
})

test('a slice that ends where one account is open and one is not begun is not the last', async () => {
  const seen = await walk(await booksOf(3, (n) => LENGTHS[n] ?? 0))
  expect(places(seen)[0]).toEqual(['c1:u001', ['c1:u001 9'], 1])
  expect(seen[0]).toMatchObject({ isWalked: false })
  expect(seen.at(-1)).toMatchObject({
    differencesCount: 0,
    totals: { accounts: 3, transfers: 23 },
  })
})

test('no more transfers are counted in a slice than the bound says', async () => {
  const seen = await walk(await booksOf(1, () => 20), undefined, { ...bounds, transfers: 9 })
  // Nine, nine and two are walked, then as many counted.
  expect(seen.map(({ isWalked, counted }) => [isWalked, counted])).toEqual([
    [false, 0],
    [false, 0],
    [false, 0],
    [true, 9],
    [true, 18],
    [true, 20],
  ])
})

test('an account that opens while the transfers are counted waits for the next run', async () => {
  const memory = await booksOf(2, (n) => LENGTHS[n] ?? 0)
  const seen = await walk(memory, (step) => earns(memory, `z${step}`, step))
  const walkedAt = seen.findIndex(({ isWalked }) => isWalked)
  expect(seen.length).toBeGreaterThan(walkedAt + 1)
  expect(seen.at(-1)?.totals.accounts).toBe(seen[walkedAt]?.totals.accounts)
})

test('a difference before the interruption is not forgotten after it', async () => {
  const memory = await booksOf(2, (n) => LENGTHS[n] ?? 0)
  const [second] = memory.all('transfers').filter(({ _id }) => _id === 'c1:k1-1')
  if (!second) throw new Error('no transfer')
  memory.tamper('transfers', { ...second, actorUserId: 'mallory' })
  expect((await walk(memory)).at(-1)).toMatchObject({
    differencesCount: 1,
    differences: [{ kind: 'chain_broken', subject: 'c1:k1-1', userId: 'u001' }],
  })
})

test('no page is larger and no more accounts are read than the bounds say', async () => {
  const memory = await booksOf(5, (n) => LENGTHS[n] ?? 0)
  const books = memoryBooks(memory)
  const limits = new Set<string>()
  const watched: typeof books = {
    ...books,
    accountsAfter: (id, after, limit) => {
      limits.add(`accounts ${limit}`)
      return books.accountsAfter(id, after, limit)
    },
    transfersAfter: (id, after, limit) => {
      limits.add(`transfers ${limit}`)
      return books.transfersAfter(id, after, limit)
    },
    instantsAfter: (id, after, limit) => {
      limits.add(`instants ${limit}`)
      return books.instantsAfter(id, after, limit)
    },
  }
  let run = newReconciliation('r', 'o', 'c1', AFTER)
  for (let n = 0; n < 20 && run.state === 'running'; n++)
    run = await reconcileSlice(run, community, DONE, watched, bounds)
  expect(run.state).toBe('done')
  expect([...limits].sort()).toEqual(['accounts 4', 'instants 3', 'transfers 3'])
  limits.clear()
  await reconcileSlice(newReconciliation('r', 'o', 'c1', AFTER), community, DONE, watched)
  expect([...limits].sort()).toEqual(['accounts 48', 'instants 1000', 'transfers 1000'])
})
