import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { requestFailed } from '../codes'
import { commitBatchMax, plainWriteWaitMs } from '../limits'
import { Batch, LockedError, type Locks } from './batch'
import { Catalog } from './catalog'
import { Connection } from './connection'
import { type Reader, rowsById } from './reading'

/** A data file up to this size is looked through as a whole at start: about half a second. */
const wholeCheckBytesMax = 64 * 1024 * 1024
/** Rows of each table that are looked at in a larger one. */
const sampledRows = 32

/** Something about the data folder that the person who started the cloud can mend. */
export class DataFolderError extends Error {}

interface Write {
  run: (batch: Batch) => unknown
  /** Parts of it stay when a later part is refused (MongoDB's many-document writes). */
  isPartial: boolean
  resolve: (value: never) => void
  reject: (error: unknown) => void
  /** When it gives up waiting for a locked document; by the machine's time. */
  deadlineMs: number
}

/**
 * The data file: one writer with group commit, any number of readers. Writes that arrive together
 * share one durable commit, and none is answered before that commit is on the disk.
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
  #isScheduled = false
  #isClosed = false
  #commit = 0

  /** Opens or makes the data folder. Throws a DataFolderError that says what is wrong with it. */
  constructor(folder: string) {
    const opened = openFolder(folder)
    this.#file = opened.file
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
    this.#flush()
    this.#isClosed = true
    for (const write of this.#waiting) write.reject(requestFailed('the cloud is shutting down'))
    for (const reader of this.#readers) reader.close()
    this.#writer.close()
    this.#lock.close()
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#isScheduled = false
    if (this.#isClosed) {
      for (const write of this.#queue) write.reject(requestFailed('the cloud is shutting down'))
      this.#queue = []
      return
    }
    const writes = this.#queue.splice(0, commitBatchMax)
    if (this.#queue.length > 0) this.#schedule()
    if (writes.length === 0) return
    const batch = new Batch(this.#writer, this.catalog, this.#locks, this.#commit + 1)
    const answers: (() => void)[] = []
    try {
      this.#writer.exec('BEGIN IMMEDIATE')
      for (const write of writes) answers.push(this.#runOne(batch, write))
      this.#writer.exec('COMMIT')
    } catch (error) {
      this.#undo()
      for (const write of writes) write.reject(error)
      return
    }
    this.#commit = batch.number
    this.#onCommit(batch.written, batch.number)
    for (const answer of answers) answer()
  }

  /** A refusal concerns one write only: what it had done so far is undone, its neighbours stay. */
  #runOne(batch: Batch, write: Write): () => void {
    const written = batch.written.length
    const version = this.catalog.version
    this.#writer.exec('SAVEPOINT one')
    batch.owner = undefined
    try {
      const value = write.run(batch)
      this.#writer.exec('RELEASE one')
      return () => write.resolve(value as never)
    } catch (error) {
      const isLocked = error instanceof LockedError
      if (isLocked || !write.isPartial) {
        this.#writer.exec('ROLLBACK TO one')
        batch.written.length = written
        if (this.catalog.version !== version) this.catalog.load()
      }
      this.#writer.exec('RELEASE one')
      if (isLocked) return () => this.#wait(write)
      return () => write.reject(error)
    }
  }

  #wait(write: Write): void {
    const leftMs = write.deadlineMs - Date.now()
    this.#waiting.push(write)
    setTimeout(
      () => {
        const at = this.#waiting.indexOf(write)
        if (at < 0) return
        this.#waiting.splice(at, 1)
        write.reject(requestFailed('WriteConflict: a transaction holds the document for too long'))
      },
      Math.max(leftMs, 1),
    ).unref()
  }

  #undo(): void {
    try {
      this.#writer.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
    this.catalog.load()
  }
}

/** Where the documents of a data folder are. */
export function dataFile(folder: string): string {
  return path.join(folder, 'documents.db')
}

/**
 * A small file is looked through as a whole. Of a large one the length is compared with what its
 * header says, and the way to the first, the last and some other rows of each table is followed, so
 * that a start takes no longer the more is stored. `check` and `restore` look at everything.
 */
function checkAtStart(connection: Connection, file: string): void {
  connection.first('PRAGMA wal_checkpoint(TRUNCATE)')
  const bytes = statSync(file).size
  const [pages] = connection.first('PRAGMA page_count') ?? []
  const [pageBytes] = connection.first('PRAGMA page_size') ?? []
  if (bytes < Number(pages) * Number(pageBytes)) {
    throw new Error(`it has ${bytes} bytes, but ${Number(pages) * Number(pageBytes)} were written`)
  }
  if (bytes <= wholeCheckBytesMax) {
    const [state] = connection.first('PRAGMA quick_check(1)') ?? []
    if (state !== 'ok') throw new Error(String(state))
    return
  }
  for (const [name] of connection.all("SELECT name FROM sqlite_master WHERE type = 'table'")) {
    const column = String(name).startsWith('x') ? 'key' : 'rowid'
    for (const direction of ['ASC', 'DESC']) {
      connection.first(`SELECT * FROM "${name}" ORDER BY ${column} ${direction} LIMIT 1`)
    }
    if (column === 'key') continue
    const [last] = connection.first(`SELECT max(rowid) FROM "${name}"`) ?? []
    for (let i = 0; i < sampledRows; i++) {
      const at = Math.floor(Math.random() * Number(last ?? 0))
      connection.first(`SELECT * FROM "${name}" WHERE rowid >= ? LIMIT 1`, at)
    }
  }
}

function openFolder(folder: string) {
  const parent = path.dirname(path.resolve(folder))
  if (!existsSync(parent)) throw new DataFolderError(`The folder ${parent} does not exist.`)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new DataFolderError(`The data folder ${folder} cannot be written.`)
  }
  if (!statSync(folder).isDirectory()) throw new DataFolderError(`${folder} is not a folder.`)
  const lock = takeLock(folder)
  const file = dataFile(folder)
  try {
    const writer = new Connection(file, [
      'journal_mode = WAL',
      'synchronous = FULL',
      'cache_size = -16000',
      'wal_autocheckpoint = 1000',
    ])
    checkAtStart(writer, file)
    return { file, lock, writer, catalog: new Catalog(writer) }
  } catch (error) {
    lock.close()
    throw new DataFolderError(
      `The data file ${file} is damaged (${(error as Error).message}); restore a backup into an empty folder.`,
    )
  }
}

/** An exclusive lock of the operating system: it ends with the process, however that ends. */
export function takeLock(folder: string): Connection {
  let lock: Connection | undefined
  try {
    lock = new Connection(path.join(folder, 'lock.db'))
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new DataFolderError(`Another local cloud is using the data folder ${folder}.`)
    }
    throw new DataFolderError(
      `The data folder ${folder} cannot be locked: ${(error as Error).message}.`,
    )
  }
}
