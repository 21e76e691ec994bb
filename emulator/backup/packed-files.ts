import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { Connection } from '../documents/connection'
import { DataFolderError } from '../documents/data-folder'
import { filesFolder, isStored } from '../storage/files'

/** Files beside the documents that a data folder cannot do without. */
const single = ['address.key', 'wechat.json']
const partBytes = 1024 * 1024
const tables = ['packed_files', 'packed_parts']

/**
 * Second names for the files of a data folder. Files there are replaced and removed, never changed:
 * what has a second name stays as it was.
 */
export class Links {
  readonly #data: string
  readonly #folder: string

  constructor(data: string) {
    this.#data = data
    for (const name of readdirSync(data)) {
      if (name.startsWith('backup-')) rmSync(path.join(data, name), { recursive: true })
    }
    this.#folder = path.join(data, `backup-${randomUUID()}`)
    mkdirSync(this.#folder)
  }

  /** Keeps all files as they are now. */
  take(): void {
    for (const [name, file] of this.#originals()) keep(file, path.join(this.#folder, name))
  }

  /** Keeps those that came since, and takes those replaced before the given instant as they are. */
  takeNewer(beforeMs: number): void {
    for (const [name, file] of this.#originals()) {
      const kept = path.join(this.#folder, name)
      if (existsSync(kept)) {
        const changedAtMs = statSync(file, { throwIfNoEntry: false })?.ctimeMs
        if (changedAtMs === undefined || changedAtMs >= beforeMs) continue
        rmSync(kept)
      }
      keep(file, kept)
    }
  }

  all(): [name: string, file: string][] {
    return readdirSync(this.#folder).map((name) => [name, path.join(this.#folder, name)])
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #originals(): [name: string, file: string][] {
    const folder = filesFolder(this.#data)
    const stored = existsSync(folder) ? readdirSync(folder).filter(isStored) : []
    return [
      ...single.map((name): [string, string] => [name, path.join(this.#data, name)]),
      ...stored.map((name): [string, string] => [name, path.join(folder, name)]),
    ]
  }
}

/** Not every file system has second names. A file that is gone meanwhile is no longer needed. */
function keep(file: string, kept: string): void {
  try {
    linkSync(file, kept)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return
    copyFileSync(file, kept)
  }
}

/** Puts files into a copy of the documents, in parts, each file with its hash. */
export function pack(copy: string, links: Links): void {
  const connection = new Connection(copy, ['synchronous = OFF'])
  try {
    connection.exec('CREATE TABLE packed_files (name TEXT PRIMARY KEY, hash TEXT NOT NULL)')
    connection.exec(
      'CREATE TABLE packed_parts (name TEXT, part INTEGER, bytes BLOB, PRIMARY KEY (name, part))',
    )
    connection.run('BEGIN')
    for (const [name, file] of links.all()) {
      const hash = createHash('sha256')
      let part = 0
      for (const bytes of partsOf(file)) {
        hash.update(bytes)
        connection.run('INSERT INTO packed_parts VALUES (?, ?, ?)', name, part++, bytes)
      }
      connection.run('INSERT INTO packed_files VALUES (?, ?)', name, hash.digest('hex'))
    }
    connection.run('COMMIT')
  } finally {
    connection.close()
  }
}

function* partsOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r')
  try {
    while (true) {
      const bytes = Buffer.alloc(partBytes)
      const length = readSync(descriptor, bytes, 0, partBytes, null)
      if (length === 0) return
      yield bytes.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Compares every packed file with its hash; answers how many stored files there are. */
export function checkPacked(connection: Connection): number {
  const packed = namesIn(connection)
  for (const [name, hash] of packed) {
    const found = createHash('sha256')
    for (const bytes of packedParts(connection, name)) found.update(bytes)
    if (found.digest('hex') !== hash) throw new Error(`the stored file ${name} is not what it was`)
  }
  return packed.filter(([name]) => isStored(name)).length
}

/** Writes the packed files to their places in a data folder that has none yet. */
export function unpack(connection: Connection, data: string): void {
  const folder = filesFolder(data)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new DataFolderError(`${data} has stored files already; name an empty folder.`)
  }
  rmSync(folder, { recursive: true, force: true })
  const unfinished = path.join(data, 'files.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished)
  for (const [name] of namesIn(connection)) {
    const target = isStored(name) ? path.join(unfinished, name) : path.join(data, name)
    const descriptor = openSync(target, 'w', 0o600)
    try {
      for (const bytes of packedParts(connection, name)) writeSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
  renameSync(unfinished, folder)
}

/** Takes the files out of a restored copy again: they have their own places now. */
export function withoutPacked(copy: string): void {
  const connection = new Connection(copy)
  for (const table of tables) connection.exec(`DROP TABLE IF EXISTS ${table}`)
  connection.exec('VACUUM')
  connection.close()
}

/** Copies made before files were packed have none. Names are hashes or one of ours, never a path. */
function namesIn(connection: Connection): [name: string, hash: string][] {
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'packed_files'"
  if (connection.all(sql).length === 0) return []
  const rows = connection.all('SELECT name, hash FROM packed_files')
  return rows.map(([name, hash]) => {
    if (!isStored(String(name)) && !single.includes(String(name))) {
      throw new Error(`it holds a file with an unknown name, ${name}`)
    }
    return [String(name), String(hash)]
  })
}

function* packedParts(connection: Connection, name: string): Generator<Buffer> {
  const sql = 'SELECT bytes FROM packed_parts WHERE name = ? AND part = ?'
  for (let part = 0; ; part++) {
    const row = connection.first(sql, name, part)
    if (row === undefined) return
    yield row[0] as Buffer
  }
}
