import { strict as assert } from 'node:assert'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type {
  AccountDoc,
  CommunityDoc,
  ReconciliationDoc,
  TransferDoc,
} from '../cloudfunctions/db/documents'
import { SCHEMA } from '../cloudfunctions/db/indexes'
import { credit, emptyAccount } from '../cloudfunctions/domain/ledger/account'
import { draw } from '../cloudfunctions/domain/ledger/book'
import type { Books } from '../cloudfunctions/domain/ledger/books'
import { FIRST_RULES } from '../cloudfunctions/domain/ledger/rules'
import { Store } from '../emulator/documents/store'
import { startCloudProcess } from '../test/world/cloud'
import { connect } from './lib/bare-rush'
import { runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npm run bench:books',
  about: `Reconciles a community's books over the official SDK and the local cloud: a tenth of the transfers on
one account, the others a hundred each. Every slice begins from what the database keeps of the one
before, as after a restart. One transfer in the middle of the long account is forged, and must be the
one difference. Prints time, calls and peak memory, writes bench/books.json. Times are this machine's.`,
  options: { transfers: { value: 'N', about: 'transfers in all (default 1000000)' } },
} as const

const root = join(__dirname, '..')
const COLLECTIONS = ['accounts', 'transfers', 'reconciliations'] as const
const EACH = 100
const DAY_MS = 86_400_000
const START = Date.parse('2026-01-01T00:00:00Z')
const community = { _id: 'c1', timeZone: 'Asia/Shanghai', points: FIRST_RULES } as CommunityDoc
const LOT = { month: '2027-01', amount: 2 }

/** An account and its chain, each link a check-in of two points. */
function* chainOf(userId: string, length: number): Generator<TransferDoc, AccountDoc, undefined> {
  let account = emptyAccount(community._id, userId, new Date(START))
  for (let n = 0; n < length; n++) {
    const drawn = draw(
      {
        community,
        key: `check_in:${userId}:${n}`,
        reason: 'check_in',
        params: { full: 2, share: 100 },
        cause: { kind: 'checkIn', id: String(n) },
        actor: userId,
        at: new Date(START + n * (DAY_MS / 2)),
      },
      [
        { system: 'issuance', amount: -2 },
        { account: credit(account, [LOT]), amount: 2, lots: [LOT] },
      ],
    )
    account = drawn.accounts[0] ?? account
    yield drawn.transfer
  }
  return account
}

/** Fills a data folder with the engine itself: over the SDK it would take the longest part. */
async function fill(folder: string, lengths: readonly number[]): Promise<string> {
  const store = new Store(folder)
  await store.write((batch) => {
    for (const name of COLLECTIONS) {
      const collection = batch.createCollection(name)
      for (const { name: index, fields, unique } of SCHEMA[name]) {
        const keys = fields.map((path) => ({ path, direction: 1 as const }))
        batch.createIndex(collection, { name: index, isUnique: unique === true, keys })
      }
    }
  })
  let forged = ''
  for (const [n, length] of lengths.entries()) {
    const chain = chainOf(`u${String(n).padStart(6, '0')}`, length)
    for (let isDone = false; !isDone; ) {
      await store.write((batch) => {
        const transfers = batch.catalog.get('transfers')
        for (let i = 0; i < 5000; i++) {
          const { value, done } = chain.next()
          if (done) {
            isDone = true
            batch.insert(batch.catalog.get('accounts'), value)
            return
          }
          const isForged = n === 0 && value.cause.id === String(Math.floor(length / 2))
          if (isForged) forged = value._id
          batch.insert(transfers, isForged ? { ...value, actorUserId: 'mallory' } : value)
        }
      })
    }
  }
  store.close()
  return forged
}

/** The same reader, counting what it asks and what the process holds meanwhile. */
function watched(books: Books) {
  const seen = { calls: 0, peakMb: 0 }
  const look = async <T>(answer: Promise<T>): Promise<T> => {
    seen.calls += 1
    const found = await answer
    seen.peakMb = Math.max(seen.peakMb, process.memoryUsage().rss / 1024 / 1024)
    return found
  }
  const reader: Books = {
    accountsAfter: (...asked) => look(books.accountsAfter(...asked)),
    transfersAfter: (...asked) => look(books.transfersAfter(...asked)),
    instantsAfter: (...asked) => look(books.instantsAfter(...asked)),
  }
  return { reader, seen }
}

async function reconcile(url: string, at: Date) {
  connect(url)
  // From here on: the connection is made when these are loaded.
  const { storedBooks } = await import('../cloudfunctions/domain/ledger/books')
  const { newReconciliation, reconcileSlice } = await import(
    '../cloudfunctions/domain/ledger/reconcile'
  )
  const { store } = await import('../cloudfunctions/db/store')
  const { transact } = await import('../cloudfunctions/db/transact')
  const keep = (run: ReconciliationDoc) => transact((tx) => tx.put('reconciliations', run))
  const { reader, seen } = watched(storedBooks)
  await keep(newReconciliation('r1', 'o1', community._id, at))
  const beforeMb = process.memoryUsage().rss / 1024 / 1024
  const started = performance.now()
  let longestMs = 0
  for (let slices = 1; ; slices++) {
    const sliceStarted = performance.now()
    const run = await store.get('reconciliations', 'r1')
    assert(run)
    const next = await reconcileSlice(run, community, at, reader)
    await keep(next)
    longestMs = Math.max(longestMs, performance.now() - sliceStarted)
    if (next.state !== 'done') continue
    const seconds = (performance.now() - started) / 1000
    return { run: next, slices, seconds, longestMs, beforeMb, ...seen }
  }
}

async function main(): Promise<void> {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const total = Number(options.transfers ?? 1_000_000)
  const long = Math.floor(total / 10)
  const lengths = [long, ...Array.from({ length: (total - long) / EACH }, () => EACH)]
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-books-'))
  try {
    console.log(`Writing ${total} transfers of ${lengths.length} accounts …`)
    const forged = await fill(folder, lengths)
    const cloud = await startCloudProcess({ functions: folder, data: folder })
    try {
      const at = new Date(START + (long / 2) * DAY_MS + DAY_MS)
      const { run, slices, seconds, longestMs, beforeMb, calls, peakMb } = await reconcile(
        cloud.url,
        at,
      )
      assert.deepEqual(run.differences, [
        { kind: 'chain_broken', subject: forged, userId: 'u000000' },
      ])
      assert.equal(run.totals.transfers, total)
      assert.equal(run.totals.accounts, lengths.length)
      assert.equal(run.totals.issued, 2 * total)
      assert.equal(run.totals.outstanding, 2 * total)
      const result = {
        command: SPEC.command,
        transfers: total,
        accounts: lengths.length,
        'longest chain': long,
        seconds: Number(seconds.toFixed(1)),
        'transfers a second': Math.round(total / seconds),
        slices,
        'longest slice ms': Math.round(longestMs),
        'database calls': calls + 2 * slices,
        'memory before MB': Math.round(beforeMb),
        'peak memory MB': Math.round(peakMb),
        differences: run.differencesCount,
      }
      for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(20)} ${value}`)
      mkdirSync(join(root, 'bench'), { recursive: true })
      writeFileSync(join(root, 'bench/books.json'), `${JSON.stringify(result, null, 2)}\n`)
    } finally {
      await cloud.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

runScript(main)
