import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { transactionLifeMs, transactionsMax } from '../limits'
import { documentLock, duplicate, holdersOf, idOf, uniqueLocks } from './batch'
import { type Collection, indexEntries } from './catalog'
import type { Connection } from './connection'
import { documentById, type Overlay, type Reader } from './reading'
import type { Store } from './store'
import type { Document } from './values'

/** One open transaction: a snapshot, its own writes on top of it, and the locks it holds. */
export class Transaction implements Reader {
  readonly id = randomUUID()
  readonly connection: Connection
  readonly commit: number
  readonly startedAtMs: number
  /** The worker that began it, if one did. */
  readonly owner: string | undefined
  readonly #own = new Map<
    string,
    { collection: Collection; documents: Map<string, Document | null> }
  >()
  isBusy = false
  /** When its latest operation was answered, by the machine's monotonic clock. */
  answeredAtNs = 0n
  isOver = false

  constructor(connection: Connection, commit: number, startedAtMs: number, owner?: string) {
    this.connection = connection
    this.commit = commit
    this.startedAtMs = startedAtMs
    this.owner = owner
  }

  overlay(collection: Collection): Overlay | undefined {
    return this.#own.get(collection.name)?.documents
  }

  put(collection: Collection, id: Buffer, document: Document | null): void {
    let own = this.#own.get(collection.name)
    if (own === undefined) {
      own = { collection, documents: new Map() }
      this.#own.set(collection.name, own)
    }
    own.documents.set(id.toString('latin1'), document)
  }

  *changes() {
    for (const { collection, documents } of this.#own.values()) {
      for (const [id, document] of documents) {
        yield { collection, id: Buffer.from(id, 'latin1'), document }
      }
    }
  }
}

/**
 * Snapshot isolation as the cloud has it: a transaction reads the state it began with; the first
 * writer of a document wins and the second one is aborted at once; so is who writes a document
 * that was changed since its beginning.
 */
export class Transactions {
  readonly #store: Store
  readonly #clock: Clock
  readonly #open = new Map<string, Transaction>()
  readonly #locks = new Map<string, string>()
  /** The commit that last wrote a document, kept while a transaction may ask. */
  readonly #recent = new Map<string, number>()

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
    store.guard({ holder: (key) => this.#locks.get(key) }, (written, commit) => {
      if (this.#open.size === 0) this.#recent.clear()
      else for (const key of written) this.#recent.set(key, commit)
    })
    clock.onShift(() => this.expire())
  }

  begin(owner?: string): Transaction {
    if (this.#open.size >= transactionsMax) {
      throw new CloudError('EXCEED_RATELIMIT', 'too many open transactions')
    }
    const transaction = new Transaction(
      this.#store.openSnapshot(),
      this.#store.commit,
      this.#clock.now(),
      owner,
    )
    this.#open.set(transaction.id, transaction)
    return transaction
  }

  /**
   * Runs one operation of a transaction. The database does not serve two operations of one
   * transaction at once: a second one that was sent before the first was answered ends it. So does
   * every refusal, as in MongoDB.
   */
  async run<T>(
    id: unknown,
    sentAtNs: bigint | undefined,
    operation: (transaction: Transaction) => T | Promise<T>,
  ): Promise<T> {
    this.expire()
    const transaction = this.#open.get(String(id))
    if (transaction === undefined) throw over('it was committed, aborted or took too long')
    if (transaction.isBusy || (sentAtNs !== undefined && sentAtNs < transaction.answeredAtNs)) {
      this.abort(transaction)
      throw over('two of its operations were sent at once')
    }
    transaction.isBusy = true
    try {
      // Lets a second request that came in the same moment be noticed.
      await new Promise(setImmediate)
      if (transaction.isOver) throw over('two of its operations were sent at once')
      return await operation(transaction)
    } catch (error) {
      this.abort(transaction)
      throw error
    } finally {
      transaction.isBusy = false
      transaction.answeredAtNs = process.hrtime.bigint()
    }
  }

  /** Puts a document, or removes it with null, as part of a transaction. */
  write(
    transaction: Transaction,
    collection: Collection,
    id: Buffer,
    after: Document | null,
  ): void {
    const before = documentById(transaction, collection, id)?.document
    const locks = [documentLock(collection, id), ...uniqueLocks(collection, before, after)]
    for (const lock of locks) {
      const holder = this.#locks.get(lock)
      const changedAt = this.#recent.get(lock) ?? 0
      if ((holder !== undefined && holder !== transaction.id) || changedAt > transaction.commit) {
        throw new CloudError(
          'DATABASE_TRANSACTION_CONFLICT',
          '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem cannot be solved, contact us.',
        )
      }
    }
    if (after !== null) this.#checkUnique(transaction, collection, id, after)
    for (const lock of locks) this.#locks.set(lock, transaction.id)
    transaction.put(collection, id, after)
  }

  async commit(transaction: Transaction): Promise<void> {
    const changes = [...transaction.changes()]
    if (changes.length > 0) {
      await this.#store.write((batch) => {
        if (transaction.isOver) throw over('it took too long')
        batch.owner = transaction.id
        batch.apply(
          changes.map((change) => ({
            ...change,
            collection: batch.catalog.get(change.collection.name),
          })),
        )
      })
    }
    this.#end(transaction)
  }

  abort(transaction: Transaction): void {
    this.#end(transaction)
  }

  /** Aborts what a worker left open when it died. */
  abortOf(owner: string): void {
    for (const transaction of this.#open.values()) {
      if (transaction.owner === owner) this.#end(transaction)
    }
  }

  /** Aborts what is older than a transaction may get. A commit on its way to the disk is let be. */
  expire(): void {
    const oldest = this.#clock.now() - transactionLifeMs
    for (const transaction of this.#open.values()) {
      if (transaction.startedAtMs < oldest && !transaction.isBusy) this.#end(transaction)
    }
  }

  close(): void {
    for (const transaction of this.#open.values()) this.#end(transaction)
  }

  #end(transaction: Transaction): void {
    if (transaction.isOver) return
    transaction.isOver = true
    this.#open.delete(transaction.id)
    this.#store.closeSnapshot(transaction.connection)
    for (const [lock, holder] of this.#locks) {
      if (holder === transaction.id) this.#locks.delete(lock)
    }
    if (this.#open.size === 0) this.#recent.clear()
    this.#store.wake()
  }

  /** The unique keys of a document must be free in what the transaction sees. */
  #checkUnique(
    transaction: Transaction,
    collection: Collection,
    id: Buffer,
    after: Document,
  ): void {
    const own = transaction.overlay(collection)
    for (const index of collection.indexes) {
      if (!index.isUnique || index.id === 0 || index.since > transaction.commit) continue
      for (const key of indexEntries(index, after).keys) {
        const stored =
          collection.since > transaction.commit
            ? []
            : holdersOf(transaction.connection, collection, index, key)
        const isTaken =
          stored.some((other) => !other.equals(id) && !own?.has(other.toString('latin1'))) ||
          [...(own ?? [])].some(
            ([other, document]) =>
              document !== null &&
              other !== id.toString('latin1') &&
              indexEntries(index, document).keys.some((k) => k.equals(key)),
          )
        if (isTaken) throw duplicate(collection, index, after)
      }
    }
  }

  /** Inserts as part of a transaction; an `_id` that exists is refused. */
  insert(transaction: Transaction, collection: Collection, document: Document): void {
    const id = idOf(document)
    const existing = documentById(transaction, collection, id)
    if (existing !== undefined) {
      const index = collection.indexes[0]
      if (index !== undefined) throw duplicate(collection, index, document)
    }
    this.write(transaction, collection, id, document)
  }
}

function over(why: string): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[OperationDenied.TransactionFail] the transaction is over: ${why}`,
  )
}
