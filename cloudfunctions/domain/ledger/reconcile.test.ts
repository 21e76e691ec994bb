import { booksOf, community, entry, later, NOW, nameOf } from '../../../test/world/ledger-books'
import { memoryBooks } from '../../../test/world/memory-books'
import { type Memory, openMemory } from '../../../test/world/memory-tx'
import { DIFFERENCES_SHOWN_MAX } from '../../../types/points'
import type { ReconciliationDoc } from '../../db/documents'
import { award, hold, post } from '.'
import { expireLots } from './expiry'
import { newReconciliation, reconcileSlice } from './reconcile'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const AFTER = later(10 * MINUTE_MS)
const DONE = later(11 * MINUTE_MS)

/** Walks to the end; answers the run after each slice. */
async function slices(memory: Memory, at = AFTER): Promise<ReconciliationDoc[]> {
  const books = memoryBooks(memory)
  let run = newReconciliation('r', 'o', 'c1', at)
  const seen: ReconciliationDoc[] = []
  while (run.state === 'running' && seen.length < 100) {
    // As it is stored and read again.
    run = structuredClone(await reconcileSlice(structuredClone(run), community, DONE, books))
    seen.push(run)
  }
  return seen
}
const reconciled = async (memory: Memory, at = AFTER) => {
  const run = (await slices(memory, at)).at(-1)
  if (!run) throw new Error('not a slice')
  return run
}

test('a run that has begun has counted nothing, up to five minutes before', () => {
  expect(newReconciliation('r', 'o', 'c1', NOW)).toEqual({
    _id: 'r',
    v: 1,
    createdAt: NOW,
    communityId: 'c1',
    state: 'running',
    order: 'o',
    countedTo: later(-5 * MINUTE_MS),
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
})

test('adds up what came in, is held, was spent and has expired', async () => {
  const memory = await booksOf(2)
  const ann = { userId: nameOf(1) }
  await memory.transact(async (tx) => {
    await post(tx, { ...entry, key: 'in', from: 'issuance', to: ann, amount: 30 })
    await post(tx, { ...entry, key: 'out', from: ann, to: 'store', amount: 7 })
    await post(tx, { ...entry, key: 'over', from: ann, to: { userId: nameOf(0) }, amount: 4 })
    await hold(tx, { ...entry, ...ann, holdKey: 'a', amount: 5, expiresAt: null })
  })
  const overYear = later(400 * DAY_MS)
  await memory.transact((tx) => expireLots(tx, { community, ...ann, at: overYear }))
  const run = await reconciled(memory, later(401 * DAY_MS))
  expect(run).toMatchObject({
    state: 'done',
    finishedAt: DONE,
    step: 1,
    after: 'c1:u001',
    open: [],
    differences: [],
    differencesCount: 0,
    totals: {
      accounts: 2,
      transfers: 7,
      issued: 33,
      outstanding: 10,
      held: 5,
      spent: 7,
      expired: 16,
    },
  })
})

test('of no accounts is done at once', async () => {
  expect(await slices(openMemory())).toMatchObject([{ state: 'done', step: 1, after: '' }])
})

test.each([
  [47, 1],
  [48, 2],
  [100, 3],
])(
  'walks %i accounts in %i slices, each once, another community’s never',
  async (members, count) => {
    const memory = await booksOf(members, () => 1)
    await memory.transact((tx) =>
      post(tx, {
        ...entry,
        community: { ...community, _id: 'c0' },
        key: 'other',
        from: 'issuance',
        to: { userId: 'x' },
        amount: 9,
      }),
    )
    const seen = await slices(memory)
    expect(seen).toHaveLength(count)
    expect(seen.slice(0, -1).every(({ state }) => state === 'running')).toBe(true)
    expect(seen.at(-1)).toMatchObject({
      state: 'done',
      step: count,
      differencesCount: 0,
      totals: { accounts: members, transfers: members, issued: members, outstanding: members },
    })
  },
)

test('a slice changes nothing of the run it was given', async () => {
  const memory = await booksOf(3)
  const run = newReconciliation('r', 'o', 'c1', AFTER)
  const before = structuredClone(run)
  await reconcileSlice(run, community, DONE, memoryBooks(memory))
  expect(run).toEqual(before)
})

test('names whose account differs, so many of them, and counts all', async () => {
  const memory = await booksOf(30, () => 2)
  for (const account of memory.all('accounts')) {
    memory.tamper('accounts', { ...account, posted: account.posted + 1, head: 'x' })
  }
  const run = await reconciled(memory)
  expect(run.differencesCount).toBe(90)
  expect(run.differences).toHaveLength(DIFFERENCES_SHOWN_MAX)
  expect(run.differences.slice(0, 4)).toEqual([
    { kind: 'account_unsound', subject: 'c1:u000', userId: 'u000' },
    { kind: 'chain_broken', subject: 'c1:u000', userId: 'u000' },
    { kind: 'balance_differs', subject: 'c1:u000', userId: 'u000' },
    { kind: 'account_unsound', subject: 'c1:u001', userId: 'u001' },
  ])
})

test('a transfer beside all accounts is a difference; so is one whose account is gone', async () => {
  const memory = await booksOf(2)
  const [transfer] = memory.all('transfers')
  if (!transfer) throw new Error('no transfer')
  memory.tamper('transfers', { ...transfer, _id: 'c1:extra', accounts: ['c1:nobody'] })
  expect((await reconciled(memory)).differences).toEqual([
    { kind: 'transfer_unknown', subject: '4', userId: null },
  ])
  memory.remove('transfers', 'c1:extra')
  memory.remove('accounts', 'c1:u001')
  expect((await reconciled(memory)).differences).toEqual([
    { kind: 'transfer_unknown', subject: '3', userId: null },
  ])
})

test('one that came in the last five minutes is proved and not counted', async () => {
  const memory = await booksOf(1, () => 3)
  const soon = later(5 * MINUTE_MS + 1)
  expect(await reconciled(memory, soon)).toMatchObject({
    differencesCount: 0,
    totals: { accounts: 1, transfers: 2, issued: 2, outstanding: 2 },
  })
})

test('totals that do not add up are a difference', async () => {
  const memory = await booksOf(1)
  const books = memoryBooks(memory)
  const run = newReconciliation('r', 'o', 'c1', AFTER)
  const skewed = { ...run, totals: { ...run.totals, issued: 8, spent: 2, expired: 1 } }
  expect((await reconcileSlice(skewed, community, DONE, books)).differences).toEqual([
    { kind: 'books_differ', subject: '5', userId: null },
  ])
})

test('counts what members did by each rule in the last thirty days, over slices', async () => {
  const memory = openMemory()
  const earn = (userId: string, id: string, at: Date) =>
    memory.transact((tx) =>
      award(tx, {
        community,
        rule: 'help_confirmed',
        userId,
        cause: { kind: 'request', id },
        actor: null,
        at,
      }),
    )
  const start = later(-31 * DAY_MS)
  await earn('long-ago', 'a', start)
  for (let n = 0; n < 60; n++) await earn(nameOf(n), `b${n}`, NOW)
  await earn(nameOf(0), 'c', later(DAY_MS))
  await earn(nameOf(0), 'd', later(DAY_MS + 1))
  const { demand } = await reconciled(memory, later(DAY_MS + 10 * MINUTE_MS))
  expect(demand).toEqual([
    {
      rule: 'help_confirmed',
      given: 620,
      patterns: expect.arrayContaining([
        { days: [[100, 1]], members: 59 },
        {
          days: [
            [100, 1],
            [200, 1],
          ],
          members: 1,
        },
      ]),
    },
  ])
})
