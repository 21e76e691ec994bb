import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { Catalog, indexEntries } from '../documents/catalog'
import { Connection } from '../documents/connection'
import { DataFolderError, dataFile, takeLock } from '../documents/data-folder'
import { allRows } from '../documents/rows'
import { decodeDocument } from '../documents/values'
import { checkStoredFiles } from '../storage/files'
import { checkPacked, Links, pack, unpack, withoutPacked } from './packed-files'

/** What a backup or a data folder holds. */
export interface Contents {
  collections: number
  documents: number
  files: number
}

/**
 * Writes a copy of a data folder into one file, also while a cloud is working on it. The documents
 * are those of one commit; with them go the stored files of that moment (one that is replaced
 * meanwhile as it was before), the key of their addresses and what WeChat remembers. The file
 * appears under its name when it is whole and on the disk; an existing one is not overwritten.
 */
export function backUp(folder: string, to: string): { bytes: number } {
  const source = dataFile(folder)
  if (!existsSync(source)) throw new DataFolderError(`There are no documents in ${folder}.`)
  if (existsSync(to)) throw new DataFolderError(`${to} exists already; name another file.`)
  if (!existsSync(path.dirname(path.resolve(to)))) {
    throw new DataFolderError(`The folder of ${to} does not exist.`)
  }
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  const links = new Links(folder)
  try {
    // Files before and after the documents: one that a document names was there at one of the two.
    links.take()
    const takenAtMs = Date.now()
    const connection = openExisting(source)
    try {
      connection.run('VACUUM INTO ?', unfinished)
    } finally {
      connection.close()
    }
    links.takeNewer(takenAtMs)
    pack(unfinished, links)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new DataFolderError(`The backup failed: ${(error as Error).message}.`)
  } finally {
    links.remove()
  }
  moveInto(unfinished, to)
  return { bytes: statSync(to).size }
}

/**
 * Makes a data folder from a backup, after checking all of it: the file's pages, every document,
 * every index and every stored file. Refuses a folder that has documents already, and one that a
 * cloud is using.
 */
export function restore(from: string, folder: string): Contents {
  if (!existsSync(from)) throw new DataFolderError(`There is no file ${from}.`)
  const checked = checkFile(from)
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  try {
    const target = dataFile(folder)
    if (existsSync(target)) {
      throw new DataFolderError(`${folder} has documents already; name an empty folder.`)
    }
    const unfinished = `${target}.unfinished`
    rmSync(unfinished, { force: true })
    const connection = openExisting(from)
    try {
      unpack(connection, folder)
      connection.run('VACUUM INTO ?', unfinished)
    } finally {
      connection.close()
    }
    withoutPacked(unfinished)
    // Last: a folder with documents is one that was restored to the end.
    moveInto(unfinished, target)
  } finally {
    lock.close()
  }
  return checked
}

/** Looks at everything in a data folder. Throws a DataFolderError that says what is wrong. */
export function checkFolder(folder: string): Contents {
  const contents = checkFile(dataFile(folder))
  try {
    return { ...contents, files: checkStoredFiles(folder) }
  } catch (error) {
    throw new DataFolderError(`The folder ${folder} is damaged (${(error as Error).message}).`)
  }
}

/** Reads a whole file and tells what is wrong with it, if anything. */
function checkFile(file: string): Contents {
  let connection: Connection | undefined
  try {
    connection = openExisting(file)
    const [state] = connection.first('PRAGMA integrity_check(1)') ?? []
    // Several lines; the last one names the place.
    if (state !== 'ok') throw new Error(String(state).trim().split('\n').at(-1))
    const tables = connection.all("SELECT name FROM sqlite_master WHERE name = 'collections'")
    if (tables.length === 0) throw new Error('it is no file of the local cloud')
    return { ...checkContents(connection), files: checkPacked(connection) }
  } catch (error) {
    throw new DataFolderError(`The file ${file} is damaged (${(error as Error).message}).`)
  } finally {
    connection?.close()
  }
}

/** Every document can be read, and every index names it as often as it should. */
function checkContents(connection: Connection): Omit<Contents, 'files'> {
  const collections = new Catalog(connection).all()
  let documents = 0
  for (const collection of collections) {
    const expected = new Map(collection.indexes.map((index) => [index.id, 0]))
    for (const row of allRows(connection, collection, 256)) {
      documents++
      const document = decodeDocument(row.bytes)
      for (const index of collection.indexes) {
        if (index.id === 0) continue
        const { keys } = indexEntries(index, document)
        expected.set(index.id, (expected.get(index.id) ?? 0) + new Set(keys.map(String)).size)
      }
    }
    for (const index of collection.indexes) {
      if (index.id === 0) continue
      const [count] = connection.first(`SELECT count(*) FROM x${index.id}`) ?? []
      if (Number(count) !== expected.get(index.id)) {
        throw new Error(`the index ${index.name} of ${collection.name} does not fit its documents`)
      }
    }
  }
  return { collections: collections.length, documents }
}

function openExisting(file: string): Connection {
  return new Connection(file, ['busy_timeout = 10000'])
}

function moveInto(unfinished: string, target: string): void {
  sync(unfinished)
  renameSync(unfinished, target)
  sync(path.dirname(path.resolve(target)))
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
