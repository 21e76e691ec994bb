import { queryLimitMax } from '../limits'
import type { Collection } from './catalog'
import type { Connection, Row } from './connection'
import { afterAny, compareValues } from './key'
import { compileQuery } from './match'
import { reach } from './paths'
import { choosePlan, chooseUnion, type Plan, type Sort } from './plan'
import { type Document, decodeDocument } from './values'

/** What a transaction wrote and has not committed; null is a document it removed. */
export type Overlay = ReadonlyMap<string, Document | null>

/** A state of the data: the newest one, or the one a transaction began with and its own writes. */
export interface Reader {
  connection: Connection
  /** Collections and indexes made after this commit do not exist here. */
  commit: number
  overlay(collection: Collection): Overlay | undefined
}

export interface Found {
  seq: number
  /** The `_id` as ordered bytes. */
  id: Buffer
  document: Document
}

export interface Search {
  query: Document
  sort?: Sort
  skip?: number
  limit?: number
}

export interface Result {
  found: Found[]
  /** Documents looked at. */
  scanned: number
}

/**
 * Finds documents. Looks only at what an index leads to when one helps; keeps in memory only what
 * the answer needs, also when it has to sort.
 */
export function findDocuments(reader: Reader, collection: Collection, search: Search): Result {
  const sort = search.sort ?? []
  const skip = search.skip ?? 0
  const wanted = skip + (search.limit ?? Number.POSITIVE_INFINITY)
  const matches = compileQuery(search.query)
  const overlay = reader.overlay(collection)
  const source = sourceOf(reader, collection, search.query, sort, wanted)
  const keep = keeper(sort, wanted, source.isSorted && overlay === undefined)
  let scanned = 0
  for (const row of source.rows) {
    if (overlay?.has(row.id.toString('latin1'))) continue
    scanned++
    const document = decodeDocument(row.bytes)
    if (matches(document) && !keep.add({ seq: row.seq, id: row.id, document })) break
  }
  for (const [id, document] of overlay ?? []) {
    if (document === null) continue
    scanned++
    if (matches(document)) keep.add({ seq: -1, id: Buffer.from(id, 'latin1'), document })
  }
  return { found: keep.finish().slice(skip, wanted), scanned }
}

/** The `_id`s of what matches, for writes that then go from one document to the next. */
export function findIds(
  reader: Reader,
  collection: Collection,
  query: Document,
  limit: number | undefined,
): { ids: Buffer[]; scanned: number } {
  if (limit !== undefined || reader.overlay(collection) !== undefined) {
    const search = { query, ...(limit === undefined ? {} : { limit }) }
    const { found, scanned } = findDocuments(reader, collection, search)
    return { ids: found.map((item) => item.id), scanned }
  }
  const matches = compileQuery(query)
  const ids: Buffer[] = []
  let scanned = 0
  for (const row of sourceOf(reader, collection, query, [], Number.POSITIVE_INFINITY).rows) {
    scanned++
    if (matches(decodeDocument(row.bytes))) ids.push(row.id)
  }
  return { ids, scanned }
}

/** How many documents match, without keeping them. */
export function countDocuments(
  reader: Reader,
  collection: Collection,
  query: Document,
): { total: number; scanned: number } {
  if (collection.since > reader.commit) return { total: 0, scanned: 0 }
  if (Object.keys(query).length === 0) {
    const row = reader.connection.first(`SELECT count(*) FROM d${collection.id}`)
    return { total: Number(row?.[0]), scanned: 0 }
  }
  const matches = compileQuery(query)
  let total = 0
  let scanned = 0
  for (const row of sourceOf(reader, collection, query, [], Number.POSITIVE_INFINITY).rows) {
    scanned++
    if (matches(decodeDocument(row.bytes))) total++
  }
  return { total, scanned }
}

interface StoredRow {
  seq: number
  id: Buffer
  bytes: Buffer
}

interface Source {
  rows: Iterable<StoredRow>
  isSorted: boolean
}

function sourceOf(
  reader: Reader,
  collection: Collection,
  query: Document,
  sort: Sort,
  wanted: number,
): Source {
  if (collection.since > reader.commit) return { rows: [], isSorted: true }
  const indexes = collection.indexes.filter((index) => index.since <= reader.commit)
  const page = Math.min(Math.max(wanted, 16), 256)
  const plan = choosePlan(query, sort, indexes)
  const union = plan === undefined || plan.score < 8 ? chooseUnion(query, indexes) : undefined
  if (union !== undefined) {
    return {
      rows: unionRows(reader.connection, collection, union, page),
      isSorted: sort.length === 0,
    }
  }
  if (plan === undefined) {
    return { rows: allRows(reader.connection, collection, page), isSorted: sort.length === 0 }
  }
  return { rows: unionRows(reader.connection, collection, [plan], page), isSorted: plan.isSorted }
}

/** Every document, in the order of insertion. */
export function* allRows(connection: Connection, collection: Collection, page: number) {
  const sql = `SELECT seq, id, doc FROM d${collection.id} WHERE seq > ? ORDER BY seq LIMIT ?`
  let after = 0
  while (true) {
    const rows = connection.all(sql, after, page)
    for (const row of rows)
      yield { seq: row[0] as number, id: row[1] as Buffer, bytes: row[2] as Buffer }
    if (rows.length < page) return
    after = (rows.at(-1) as Row)[0] as number
  }
}

/** Every document, in the order of the ids. */
export function* rowsById(connection: Connection, collection: Collection, page: number) {
  const sql = `SELECT id, doc FROM d${collection.id} WHERE id > ? ORDER BY id LIMIT ?`
  let after: Buffer = Buffer.alloc(0)
  while (true) {
    const rows = connection.all(sql, after, page)
    for (const row of rows) yield row[1] as Buffer
    if (rows.length < page) return
    after = (rows.at(-1) as Row)[0] as Buffer
  }
}

/** An array may lead to the same document twice, and so may the branches of a union. */
function* unionRows(connection: Connection, collection: Collection, plans: Plan[], page: number) {
  const first = plans[0]
  const seen =
    plans.length > 1 || (first !== undefined && first.index.multikey.length > 0)
      ? new Set<number>()
      : undefined
  for (const plan of plans) {
    for (const row of planRows(connection, collection, plan, page)) {
      if (seen?.has(row.seq)) continue
      seen?.add(row.seq)
      yield row
    }
  }
}

/** Follows an index page by page, so that no statement stays open between two of them. */
function* planRows(connection: Connection, collection: Collection, plan: Plan, page: number) {
  const { reverse, index } = plan
  const documents = `d${collection.id}`
  const source =
    index.id === 0
      ? `SELECT d.id AS key, d.seq AS seq, d.id, d.doc FROM ${documents} d WHERE d.id`
      : `SELECT x.key AS key, x.seq AS seq, d.id, d.doc FROM x${index.id} x CROSS JOIN ${documents} d ON d.seq = x.seq WHERE x.key`
  const [key, seq] = index.id === 0 ? ['d.id', 'd.seq'] : ['x.key', 'x.seq']
  const direction = reverse ? 'DESC' : 'ASC'
  const order = index.id === 0 ? `${key} ${direction}` : `${key} ${direction}, ${seq} ${direction}`
  const firstPage = `${source} >= ? AND ${key} < ? ORDER BY ${order} LIMIT ?`
  const nextPage = `${source} >= ? AND ${key} < ? AND (${key}, ${seq}) ${reverse ? '<' : '>'} (?, ?) ORDER BY ${order} LIMIT ?`
  for (const range of reverse ? [...plan.ranges].reverse() : plan.ranges) {
    let { from, to = Buffer.of(afterAny) } = range
    let rows = connection.all(firstPage, from, to, page)
    while (true) {
      for (const row of rows) {
        yield { seq: row[1] as number, id: row[2] as Buffer, bytes: row[3] as Buffer }
      }
      if (rows.length < page) break
      const last = rows.at(-1) as Row
      const lastKey = last[0] as Buffer
      if (reverse) to = Buffer.concat([lastKey, Buffer.of(afterAny)])
      else from = lastKey
      rows = connection.all(nextPage, from, to, lastKey, last[1] as number, page)
    }
  }
}

/** Collects what the answer needs: stops early when the order is given, keeps the best otherwise. */
function keeper(sort: Sort, wanted: number, isSorted: boolean) {
  let kept: Found[] = []
  const order = sorter(sort)
  const trimAt = Math.min(wanted * 2, wanted + queryLimitMax) + 64
  return {
    /** Answers false when no more are needed. */
    add(found: Found): boolean {
      kept.push(found)
      if (isSorted) return kept.length < wanted
      if (kept.length > trimAt && sort.length > 0) kept = order(kept).slice(0, wanted)
      return true
    },
    finish: (): Found[] => (isSorted ? kept : order(kept)),
  }
}

function sorter(sort: Sort): (found: Found[]) => Found[] {
  if (sort.length === 0) return (found) => found
  const paths = sort.map(([path, direction]) => ({ parts: path.split('.'), direction }))
  return (found) =>
    found
      .map((item) => ({
        item,
        keys: paths.map(({ parts, direction }) => sortKey(item.document, parts, direction)),
      }))
      .sort((a, b) => {
        for (const [i, { direction }] of paths.entries()) {
          const order = compareValues(a.keys[i], b.keys[i])
          if (order !== 0) return order * direction
        }
        return 0
      })
      .map(({ item }) => item)
}

/** An array sorts by its smallest element upwards and by its greatest one downwards. */
function sortKey(document: Document, path: string[], direction: 1 | -1): unknown {
  const values = reach(document, path).values.flat()
  return values.reduce<unknown>(
    (best, value, i) => (i === 0 || compareValues(value, best) * direction < 0 ? value : best),
    undefined,
  )
}

/** One document by its `_id`. */
export function documentById(
  reader: Reader,
  collection: Collection,
  id: Buffer,
): Found | undefined {
  const own = reader.overlay(collection)?.get(id.toString('latin1'))
  if (own !== undefined) return own === null ? undefined : { seq: -1, id, document: own }
  if (collection.since > reader.commit) return undefined
  const row = reader.connection.first(`SELECT seq, doc FROM d${collection.id} WHERE id = ?`, id)
  if (row === undefined) return undefined
  return { seq: row[0] as number, id, document: decodeDocument(row[1] as Buffer) }
}
