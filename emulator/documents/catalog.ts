import { CloudError, requestFailed } from '../codes'
import { indexEntriesPerDocumentMax, indexesPerCollectionMax } from '../limits'
import type { Connection } from './connection'
import { geoKeys } from './geo-cells'
import { encodeKey, invert, typeByte } from './key'
import { reach } from './paths'
import type { Document } from './values'

export interface IndexKey {
  path: string
  /** `2dsphere`: the field holds places on the earth, found by where they are. */
  direction: 1 | -1 | '2dsphere'
}

export interface Index {
  /** 0 is the index of `_id`, which lives in the table of the documents. */
  id: number
  name: string
  keys: IndexKey[]
  isUnique: boolean
  /** Fields of which some document holds an array. */
  multikey: string[]
  /** The commit that made it: a transaction that began before does not see it. */
  since: number
}

export interface Collection {
  id: number
  name: string
  indexes: Index[]
  since: number
}

const primary: Index = {
  id: 0,
  name: '_id_',
  keys: [{ path: '_id', direction: 1 }],
  isUnique: true,
  multikey: [],
  since: 0,
}

/** The collections and indexes of the data file, held in memory and changed only by the writer. */
export class Catalog {
  readonly #connection: Connection
  #collections = new Map<string, Collection>()
  /** Counts changes, so that only a write which made one has to be undone here too. */
  version = 0

  constructor(connection: Connection) {
    this.#connection = connection
    connection.exec(`
      CREATE TABLE IF NOT EXISTS collections (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS indexes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL,
        keys TEXT NOT NULL, isUnique INTEGER NOT NULL, multikey TEXT NOT NULL,
        UNIQUE (collection, name));`)
    this.load()
  }

  /** Reads everything again: at start, and after writes that were undone. */
  load(): void {
    const known = this.#collections
    this.#collections = new Map()
    for (const [id, name] of this.#connection.all('SELECT id, name FROM collections')) {
      const before = known.get(String(name))
      const collection: Collection = {
        id: Number(id),
        name: String(name),
        indexes: [primary],
        since: before?.since ?? 0,
      }
      this.#collections.set(collection.name, collection)
      const rows = this.#connection.all(
        'SELECT id, name, keys, isUnique, multikey FROM indexes WHERE collection = ? ORDER BY id',
        collection.id,
      )
      for (const [indexId, indexName, keys, isUnique, multikey] of rows) {
        collection.indexes.push({
          id: Number(indexId),
          name: String(indexName),
          keys: JSON.parse(String(keys)),
          isUnique: isUnique === 1,
          multikey: JSON.parse(String(multikey)),
          since: before?.indexes.find((index) => index.id === Number(indexId))?.since ?? 0,
        })
      }
    }
  }

  all(): Collection[] {
    return [...this.#collections.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  /** The collection, or the cloud's refusal: collections are not created by writing to them. */
  get(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') {
      throw new CloudError('INVALID_PARAM', 'collectionName must be a string')
    }
    const collection = this.#collections.get(name)
    if (collection === undefined) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
    }
    return collection
  }

  create(name: string, since: number): Collection {
    if (!/^[^$\s\0][^$\0]{0,119}$/u.test(name) || name.startsWith('system.')) {
      throw new CloudError('INVALID_PARAM', `'${name}' cannot be the name of a collection`)
    }
    if (this.#collections.has(name)) {
      throw new CloudError('DATABASE_COLLECTION_EXIST', `Table exist: ${name}`)
    }
    const id = this.#connection.run('INSERT INTO collections (name) VALUES (?)', name)
    this.#connection.exec(
      `CREATE TABLE d${id} (seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
    )
    const collection: Collection = { id, name, indexes: [primary], since }
    this.#collections.set(name, collection)
    this.version++
    return collection
  }

  addIndex(
    collection: Collection,
    spec: Omit<Index, 'id' | 'multikey' | 'since'>,
    since: number,
  ): Index {
    if (collection.indexes.length > indexesPerCollectionMax) {
      throw requestFailed(`${collection.name} has too many indexes`)
    }
    const id = this.#connection.run(
      'INSERT INTO indexes (collection, name, keys, isUnique, multikey) VALUES (?, ?, ?, ?, ?)',
      collection.id,
      spec.name,
      JSON.stringify(spec.keys),
      spec.isUnique ? 1 : 0,
      '[]',
    )
    this.#connection.exec(
      `CREATE TABLE x${id} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
    )
    const index: Index = { ...spec, id, multikey: [], since }
    collection.indexes.push(index)
    this.version++
    return index
  }

  dropIndex(collection: Collection, index: Index): void {
    this.#connection.exec(`DROP TABLE x${index.id}`)
    this.#connection.run('DELETE FROM indexes WHERE id = ?', index.id)
    collection.indexes = collection.indexes.filter((other) => other !== index)
    this.version++
  }

  /** Notes that a field of an index holds arrays; it is never forgotten. */
  markMultikey(index: Index, paths: readonly string[]): void {
    const added = paths.filter((path) => !index.multikey.includes(path))
    if (added.length === 0) return
    index.multikey = [...index.multikey, ...added]
    this.version++
    this.#connection.run(
      'UPDATE indexes SET multikey = ? WHERE id = ?',
      JSON.stringify(index.multikey),
      index.id,
    )
  }
}

/** The keys under which an index finds a document, and the indexed fields that hold arrays. */
export function indexEntries(
  index: Index,
  document: Document,
): { keys: Buffer[]; arrays: string[] } {
  let keys: Buffer[] = [Buffer.alloc(0)]
  const arrays: string[] = []
  for (const { path, direction } of index.keys) {
    const { values, throughArray } = reach(document, path.split('.'))
    if (direction === '2dsphere') {
      const cells = values.flatMap(geoKeys)
      if (cells.length > 1) arrays.push(path)
      keys = keys.flatMap((key) => cells.map((cell) => Buffer.concat([key, cell])))
      continue
    }
    const hasArray = throughArray || values.some(Array.isArray)
    if (hasArray) arrays.push(path)
    const encoded = new Map<string, Buffer>()
    for (const value of values.length === 0 ? [undefined] : values) {
      const items = Array.isArray(value) ? value : [value]
      if (items.length === 0) encoded.set('', Buffer.of(typeByte.emptyArray))
      for (const item of items) {
        const bytes = encodeKey(item)
        encoded.set(bytes.toString('latin1'), bytes)
      }
    }
    const components = [...encoded.values()].map((b) => (direction === 1 ? b : invert(b)))
    keys = keys.flatMap((key) => components.map((c) => Buffer.concat([key, c])))
    if (keys.length > indexEntriesPerDocumentMax) {
      throw requestFailed(`the document has too many entries in the index ${index.name}`)
    }
  }
  if (arrays.length > 1 && new Set(arrays.map((path) => path.split('.')[0])).size > 1) {
    throw requestFailed(`cannot index parallel arrays [${arrays.join('] [')}]`)
  }
  return { keys, arrays }
}
