import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { Catalog } from './catalog'
import { Connection } from './connection'

/** A data file up to this size is looked through as a whole at start: about half a second. */
const wholeCheckBytesMax = 64 * 1024 * 1024
/** Rows of each table that are looked at in a larger one. */
const sampledRows = 32

/** Something about the data folder that the person who started the cloud can mend. */
export class DataFolderError extends Error {}

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

/**
 * Opens or makes a data folder and takes its lock. Throws a DataFolderError that says what is wrong.
 *
 * Commits do not wait for the disk (`synchronous=NORMAL` syncs at checkpoints only): the store
 * syncs the log itself before it answers, so that the next requests are read meanwhile.
 */
export function openFolder(folder: string) {
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
      'synchronous = NORMAL',
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
