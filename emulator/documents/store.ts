import { createHash } from 'node:crypto'
import { requestFailed } from '../codes'
import { commitBatchMax, gatherTurnsMax, plainWriteWaitMs } from '../limits'
import { Batch, LockedError, type Locks } from './batch'
import type { Catalog } from './catalog'
import { Connection } from './connection'
import { openFolder } from './data-folder'
import { LogSync } from './log-sync'
import type { Reader } from './reading'
import { rowsById } from './rows'

interface Write {
  run: (batch: Batch) => unknown
  /** Parts of it stay when a later part is refused (MongoDB's many-document writes). */
  isPartial: boolean
  resolve: (value: never) => void
  reject: (error: unknown) => void
  /** When it gives up waiting for a locked document; by the machine's time. */
  deadlineMs: number
}

/** Answers a write once its commit is on the disk, or with why it is not. */
type Answer = (lost: Error | undefined) => void

/**
 * The data file: one writer with group commit, any number of readers. Writes that arrive together
 * share one durable commit, and none is answered before that commit is on the disk. Readers may see
 * it a moment earlier, as those of a MongoDB with read concern "local" do.
 */
export class Store {
  readonly catalog: Catalog
  readonly #file: string
  readonly #lock: Connection
  readonly #writer: Connection
  readonly #readers: Connection[] = []
  #locks: Locks = { holder: () => undefined }
  #onCommit: (written: readonly string[], commit: number) => void = () => {}
  #queue: Write[] = []
  #waiting: Write[] = []
  readonly #log: LogSync
  #isScheduled = false
  #isSyncing = false
  /** Answers to writes that are committed and not yet known to be on the disk. */
  #unanswered: Answer[] = []
  #isClosed = false
  #commit = 0

  /** Opens or makes the data folder. Throws a DataFolderError that says what is wrong with it. */
  constructor(folder: string, sync?: (descriptor: number) => Promise<void>) {
    const opened = openFolder(folder)
    this.#file = opened.file
    this.#log = new LogSync(`${opened.file}-wal`, sync)
    this.#lock = opened.lock
    this.#writer = opened.writer
    this.catalog = opened.catalog
  }

  /** The number of the newest commit; a transaction remembers the one it began with. */
  get commit(): number {
    return this.#commit
  }

  /** The newest committed state. */
  get latest(): Reader {
    return { connection: this.#writer, commit: this.#commit, overlay: () => undefined }
  }

  /** Lets the transactions lock documents and hear what was written. */
  guard(locks: Locks, onCommit: (written: readonly string[], commit: number) => void): void {
    this.#locks = locks
    this.#onCommit = onCommit
  }

  /** A connection that keeps seeing the state of now until it is given back. */
  openSnapshot(): Connection {
    const connection = this.#readers.pop() ?? new Connection(this.#file, ['cache_size = -512'])
    connection.exec('BEGIN')
    connection.first('SELECT count(*) FROM collections')
    return connection
  }

  closeSnapshot(connection: Connection): void {
    connection.exec('COMMIT')
    if (this.#isClosed || this.#readers.length >= 16) connection.close()
    else this.#readers.push(connection)
  }

  /** Runs a write in the next commit; resolves once it is on the disk. */
  write<T>(run: (batch: Batch) => T, options: { isPartial?: boolean } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        run,
        isPartial: options.isPartial ?? false,
        resolve,
        reject,
        deadlineMs: Date.now() + plainWriteWaitMs,
      })
      this.#schedule()
    })
  }

  /** Called when locks were released: writes that waited try again. */
  wake(): void {
    if (this.#waiting.length === 0) return
    this.#queue.push(...this.#waiting)
    this.#waiting = []
    this.#schedule()
  }

  /** A hash of each collection's documents: equal hashes, equal contents. */
  digest(): Record<string, string> {
    const digests: Record<string, string> = {}
    for (const collection of this.catalog.all()) {
      const hash = createHash('sha256')
      for (const bytes of rowsById(this.#writer, collection, 256)) {
        hash.update(createHash('sha256').update(bytes).digest())
      }
      digests[collection.name] = hash.digest('hex')
    }
    return digests
  }

  /** Finishes what is queued and closes the file; later writes are refused. */
  close(): void {
    if (this.#isClosed) return
    if (this.#unanswered.length > 0) this.#answer(this.#log.syncNow())
    while (this.#queue.length > 0) this.#flush(true)
    this.#isClosed = true
    for (const write of this.#waiting) write.reject(closing())
    for (const reader of this.#readers) reader.close()
    this.#log.close()
    this.#writer.close()
    this.#lock.close()
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isSyncing) return
    this.#isScheduled = true
    this.#gather(1)
  }

  /** Waits while every turn of the event loop brings more: a commit costs as much for many. */
  #gather(turn: number): void {
    const seen = this.#queue.length
    setImmediate(() => {
      if (this.#queue.length > seen && turn < gatherTurnsMax) {
        this.#gather(turn + 1)
        return
      }
      this.#isScheduled = false
      this.#flush()
    })
  }

  /**
   * Commits what has come in, and answers once it is on the disk. What comes meanwhile waits for the
   * next commit: the slower the disk, the more writes share one.
   */
  #flush(isLast = false): void {
    if (this.#isClosed) {
      for (const write of this.#queue) write.reject(closing())
      this.#queue = []
      return
    }
    const writes = this.#queue.splice(0, commitBatchMax)
    if (writes.length === 0) return
    const answers = this.#commitAll(writes)
    if (answers === undefined) {
      this.#schedule()
      return
    }
    this.#unanswered = answers
    if (isLast) {
      this.#answer(this.#log.syncNow())
      return
    }
    this.#isSyncing = true
    void this.#log.sync().then((error) => {
      this.#isSyncing = false
      this.#answer(error)
      if (this.#queue.length > 0) this.#schedule()
    })
  }

  #answer(error: Error | undefined): void {
    const answers = this.#unanswered
    this.#unanswered = []
    for (const answer of answers) answer(error)
  }

  #commitAll(writes: readonly Write[]): Answer[] | undefined {
    try {
      this.#log.requireWorking()
      return this.#tryTogether(writes) ?? this.#runApart(writes)
    } catch (error) {
      this.#undo()
      for (const write of writes) write.reject(error)
      return undefined
    }
  }

  /**
   * Savepoints cost as much as small writes do, and most commits meet no refusal. One that does is
   * undone and begun again with them: undefined.
   */
  #tryTogether(writes: readonly Write[]): Answer[] | undefined {
    const { version } = this.catalog
    const batch = this.#begin()
    const answers: Answer[] = []
    try {
      for (const write of writes) {
        batch.owner = undefined
        answers.push(answerTo(write, write.run(batch)))
      }
    } catch {
      this.#undo(version)
      return undefined
    }
    this.#end(batch)
    return answers
  }

  /** A refusal concerns one write only: what it had done so far is undone, its neighbours stay. */
  #runApart(writes: readonly Write[]): Answer[] {
    const batch = this.#begin()
    const answers: Answer[] = []
    const locked: Write[] = []
    for (const write of writes) {
      const answer = this.#runOne(batch, write)
      if (answer === 'locked') locked.push(write)
      else answers.push(answer)
    }
    this.#end(batch)
    // At once and not when the others are answered: their lock may be gone by then.
    for (const write of locked) this.#wait(write)
    return answers
  }

  #runOne(batch: Batch, write: Write): Answer | 'locked' {
    const written = batch.written.length
    const version = this.catalog.version
    this.#writer.run('SAVEPOINT one')
    batch.owner = undefined
    try {
      const value = write.run(batch)
      this.#writer.run('RELEASE one')
      return answerTo(write, value)
    } catch (error) {
      const isLocked = error instanceof LockedError
      if (isLocked || !write.isPartial) {
        this.#writer.run('ROLLBACK TO one')
        batch.written.length = written
        if (this.catalog.version !== version) this.catalog.load()
      }
      this.#writer.run('RELEASE one')
      if (isLocked) return 'locked'
      return () => write.reject(error)
    }
  }

  #begin(): Batch {
    this.#writer.run('BEGIN IMMEDIATE')
    return new Batch(this.#writer, this.catalog, this.#locks, this.#commit + 1)
  }

  #end(batch: Batch): void {
    this.#writer.run('COMMIT')
    this.#commit = batch.number
    this.#onCommit(batch.written, batch.number)
  }

  #wait(write: Write): void {
    const leftMs = write.deadlineMs - Date.now()
    this.#waiting.push(write)
    const giveUp = () => {
      const at = this.#waiting.indexOf(write)
      if (at < 0) return
      this.#waiting.splice(at, 1)
      write.reject(requestFailed('WriteConflict: a transaction holds the document for too long'))
    }
    setTimeout(giveUp, Math.max(leftMs, 1)).unref()
  }

  #undo(version?: number): void {
    try {
      this.#writer.run('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    if (this.catalog.version !== version) this.catalog.load()
  }
}

function answerTo(write: Write, value: unknown): Answer {
  return (lost) => (lost === undefined ? write.resolve(value as never) : write.reject(lost))
}

function closing(): Error {
  return requestFailed('the cloud is shutting down')
}
