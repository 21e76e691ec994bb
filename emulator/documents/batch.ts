import { CloudError, requestFailed } from '../codes'
import { type Catalog, type Collection, type Index, indexEntries } from './catalog'
import type { Connection } from './connection'
import { encodeKey, typeByte, typeOf } from './key'
import type { Overlay, Reader } from './reading'
import { allRows } from './rows'
import { type Document, decodeDocument, encodeDocument } from './values'

/** Thrown when a write meets a document that a transaction has locked: the write has to wait. */
export class LockedError extends Error {}

/** Who may write what: transactions lock documents and unique keys by these names. */
export interface Locks {
  /** The transaction that holds the lock, if any. */
  holder(key: string): string | undefined
}

export interface Change {
  collection: Collection
  id: Buffer
  /** null removes. */
  document: Document | null
}

export function documentLock(collection: Collection, id: Buffer): string {
  return `${collection.id}:${id.toString('latin1')}`
}

function uniqueLock(index: Index, key: Buffer): string {
  return `x${index.id}:${key.toString('latin1')}`
}

/** The `_id` of a document as ordered bytes; refuses what cannot be one. */
export function idOf(document: Document): Buffer {
  const type = typeOf(document._id)
  if (document._id === undefined || type === typeByte.array || type === typeByte.regexp) {
    throw requestFailed("The '_id' value cannot be of this type")
  }
  return encodeKey(document._id)
}

/** The unique keys that a change takes or gives back, as names of locks. */
export function uniqueLocks(
  collection: Collection,
  before: Document | undefined,
  after: Document | null,
): string[] {
  const names = new Set<string>()
  for (const index of collection.indexes) {
    if (!index.isUnique || index.id === 0) continue
    const old = before === undefined ? [] : indexEntries(index, before).keys
    const next = after === null ? [] : indexEntries(index, after).keys
    for (const key of old) if (!next.some((k) => k.equals(key))) names.add(uniqueLock(index, key))
    for (const key of next) if (!old.some((k) => k.equals(key))) names.add(uniqueLock(index, key))
  }
  return [...names]
}

export function duplicate(collection: Collection, index: Index, document: Document): CloudError {
  const fields = index.keys.map(
    ({ path }) => `${path}: ${JSON.stringify(document[path]) ?? 'null'}`,
  )
  return new CloudError(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: { ${fields.join(', ')} }`,
  )
}

/** The documents that hold a key of a unique index, by their `_id`. */
export function holdersOf(
  connection: Connection,
  collection: Collection,
  index: Index,
  key: Buffer,
): Buffer[] {
  const rows = connection.all(
    `SELECT d.id FROM x${index.id} x CROSS JOIN d${collection.id} d ON d.seq = x.seq WHERE x.key = ? LIMIT 2`,
    key,
  )
  return rows.map((row) => row[0] as Buffer)
}

/**
 * The writes of one durable commit. Each of its functions checks everything first and writes then,
 * so that a refusal leaves nothing behind.
 */
export class Batch implements Reader {
  readonly commit = Number.POSITIVE_INFINITY
  /** Names of everything written, for transactions that began before. */
  readonly written: string[] = []
  /** The transaction on whose behalf is written. */
  owner: string | undefined

  readonly connection: Connection
  readonly catalog: Catalog
  readonly number: number
  readonly #locks: Locks

  constructor(connection: Connection, catalog: Catalog, locks: Locks, number: number) {
    this.connection = connection
    this.catalog = catalog
    this.#locks = locks
    this.number = number
  }

  overlay(_collection: Collection): Overlay | undefined {
    return undefined
  }

  insert(collection: Collection, document: Document): void {
    const id = idOf(document)
    this.#claim([documentLock(collection, id), ...uniqueLocks(collection, undefined, document)])
    if (this.#seqOf(collection, id) !== undefined) {
      throw duplicate(collection, collection.indexes[0] as Index, document)
    }
    this.#checkUnique(collection, document, id)
    this.#put(collection, undefined, id, document)
  }

  replace(collection: Collection, id: Buffer, before: Document, after: Document): void {
    const seq = this.#seqOf(collection, id)
    if (seq === undefined) return
    this.#claim([documentLock(collection, id), ...uniqueLocks(collection, before, after)])
    this.#checkUnique(collection, after, id)
    const bytes = encodeDocument(after)
    const entries = this.#entries(collection, after)
    for (const { index, keys } of entries) {
      const old = indexEntries(index, before).keys
      this.#dropKeys(
        index,
        seq,
        old.filter((key) => !keys.some((k) => k.equals(key))),
      )
      this.#addKeys(
        index,
        seq,
        keys.filter((key) => !old.some((k) => k.equals(key))),
      )
    }
    this.connection.run(`UPDATE d${collection.id} SET doc = ? WHERE seq = ?`, bytes, seq)
  }

  remove(collection: Collection, id: Buffer, before: Document): void {
    const seq = this.#seqOf(collection, id)
    if (seq === undefined) return
    this.#claim([documentLock(collection, id), ...uniqueLocks(collection, before, null)])
    this.#unindex(collection, seq, before)
    this.connection.run(`DELETE FROM d${collection.id} WHERE seq = ?`, seq)
  }

  /** The writes of a transaction, as one: old keys go first, so that two may swap a unique key. */
  apply(changes: readonly Change[]): void {
    const rows = changes.map((change) => {
      const row = this.connection.first(
        `SELECT seq, doc FROM d${change.collection.id} WHERE id = ?`,
        change.id,
      )
      const before = row === undefined ? undefined : decodeDocument(row[1] as Buffer)
      this.#claim([
        documentLock(change.collection, change.id),
        ...uniqueLocks(change.collection, before, change.document),
      ])
      const seq = row?.[0] as number | undefined
      if (seq !== undefined && before !== undefined) this.#unindex(change.collection, seq, before)
      return { ...change, seq }
    })
    for (const { collection, id, document, seq } of rows) {
      if (document !== null) {
        this.#checkUnique(collection, document, id)
        this.#put(collection, seq, id, document)
      } else if (seq !== undefined) {
        this.connection.run(`DELETE FROM d${collection.id} WHERE seq = ?`, seq)
      }
    }
  }

  createCollection(name: string): Collection {
    return this.catalog.create(name, this.number)
  }

  /** Makes an index and fills it; refuses a unique one that the documents already break. */
  createIndex(collection: Collection, spec: Omit<Index, 'id' | 'multikey' | 'since'>): void {
    const index = this.catalog.addIndex(collection, spec, this.number)
    for (const row of allRows(this.connection, collection, 256)) {
      const document = decodeDocument(row.bytes)
      const { keys, arrays } = indexEntries(index, document)
      this.catalog.markMultikey(index, arrays)
      for (const key of keys) {
        if (index.isUnique && holdersOf(this.connection, collection, index, key).length > 0) {
          throw duplicate(collection, index, document)
        }
        this.connection.run(`INSERT INTO x${index.id} (key, seq) VALUES (?, ?)`, key, row.seq)
      }
    }
  }

  #seqOf(collection: Collection, id: Buffer): number | undefined {
    const row = this.connection.first(`SELECT seq FROM d${collection.id} WHERE id = ?`, id)
    return row?.[0] as number | undefined
  }

  #claim(names: readonly string[]): void {
    for (const name of names) {
      const holder = this.#locks.holder(name)
      if (holder !== undefined && holder !== this.owner) throw new LockedError()
    }
    this.written.push(...names)
  }

  #checkUnique(collection: Collection, document: Document, id: Buffer): void {
    for (const index of collection.indexes) {
      if (!index.isUnique || index.id === 0) continue
      for (const key of indexEntries(index, document).keys) {
        const holders = holdersOf(this.connection, collection, index, key)
        if (holders.some((holder) => !holder.equals(id)))
          throw duplicate(collection, index, document)
      }
    }
  }

  #unindex(collection: Collection, seq: number, document: Document): void {
    for (const { index, keys } of this.#entries(collection, document)) {
      this.#dropKeys(index, seq, keys)
    }
  }

  #put(collection: Collection, seq: number | undefined, id: Buffer, document: Document): void {
    const bytes = encodeDocument(document)
    const entries = this.#entries(collection, document)
    const table = `d${collection.id}`
    const row =
      seq ?? this.connection.run(`INSERT INTO ${table} (id, doc) VALUES (?, ?)`, id, bytes)
    if (seq !== undefined) {
      this.connection.run(`UPDATE ${table} SET doc = ? WHERE seq = ?`, bytes, seq)
    }
    for (const { index, keys } of entries) this.#addKeys(index, row, keys)
  }

  #entries(collection: Collection, document: Document): { index: Index; keys: Buffer[] }[] {
    const entries = []
    for (const index of collection.indexes) {
      if (index.id === 0) continue
      const { keys, arrays } = indexEntries(index, document)
      entries.push({ index, keys, arrays })
    }
    for (const { index, arrays } of entries) {
      if (arrays.length > 0) this.catalog.markMultikey(index, arrays)
    }
    return entries
  }

  #addKeys(index: Index, seq: number, keys: readonly Buffer[]): void {
    const sql = `INSERT OR IGNORE INTO x${index.id} (key, seq) VALUES (?, ?)`
    for (const key of keys) this.connection.run(sql, key, seq)
  }

  #dropKeys(index: Index, seq: number, keys: readonly Buffer[]): void {
    const sql = `DELETE FROM x${index.id} WHERE key = ? AND seq = ?`
    for (const key of keys) this.connection.run(sql, key, seq)
  }
}
