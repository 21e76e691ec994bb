import { requestFailed } from '../codes'
import { queryLimitMax } from '../limits'
import type { Collection, Index } from './catalog'
import type { Connection } from './connection'
import { distanceM, isNear, type Near, nearOf } from './geo-query'
import { encodeKey } from './key'
import { compileQuery } from './match'
import { choosePlan, chooseUnion } from './plan'
import { allRows, type StoredRow, unionRows } from './rows'
import { compileSortKey, type Sort } from './sorting'
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
  /** How far it is, when the search asked for what is near. */
  metres?: number
}

export interface Search {
  query: Document
  sort?: Sort
  skip?: number
  limit?: number
  /** Values of `$$name` in `$expr`. */
  variables?: Document
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
  const matches = compileQuery(search.query, { variables: search.variables ?? {} })
  const near = nearOf(search.query)
  const overlay = reader.overlay(collection)
  const source = sourceOf(reader, collection, search.query, sort, wanted)
  const keyOf = orderOf(sort, near)
  const isSorted = source.isSorted && near === undefined && overlay === undefined
  const keep = keeper(isSorted ? undefined : keyOf, wanted)
  let scanned = 0
  for (const row of source.rows) {
    if (overlay?.has(row.id.toString('latin1'))) continue
    scanned++
    const document = decodeDocument(row.bytes)
    const found = { seq: row.seq, id: row.id, document }
    if (matches(document) && !keep.add(withDistance(found, near))) break
  }
  for (const [id, document] of overlay ?? []) {
    if (document === null) continue
    scanned++
    const found = { seq: -1, id: Buffer.from(id, 'latin1'), document }
    if (matches(document)) keep.add(withDistance(found, near))
  }
  return { found: keep.finish().slice(skip, wanted), scanned }
}

/** What matches, one after the other and in no order; `look` is told of each document looked at. */
export function* scanDocuments(
  reader: Reader,
  collection: Collection,
  query: Document,
  variables: Document,
  look: () => void,
): Generator<Document> {
  const matches = compileQuery(query, { variables })
  for (const row of sourceOf(reader, collection, query, [], Number.POSITIVE_INFINITY).rows) {
    look()
    const document = decodeDocument(row.bytes)
    if (matches(document)) yield document
  }
}

function withDistance(found: Found, near: Near | undefined): Found {
  if (near === undefined) return found
  const metres = distanceM(found.document, near)
  return isNear(metres, near) ? { ...found, metres } : found
}

/** An order that is asked for goes before that of distance. */
function orderOf(sort: Sort, near: Near | undefined): ((found: Found) => Buffer) | undefined {
  if (sort.length > 0) {
    const keyOf = compileSortKey(sort)
    return ({ document }) => keyOf(document)
  }
  return near === undefined ? undefined : ({ metres }) => encodeKey(metres)
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
  requireGeoIndex(nearOf(query), indexes)
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

/** Collects what the answer needs: stops early without an order, keeps the best with one. */
function keeper(keyOf: ((found: Found) => Buffer) | undefined, wanted: number) {
  const kept: { found: Found; key: Buffer | undefined }[] = []
  const trimAt = Math.min(wanted * 2, wanted + queryLimitMax) + 64
  const order = () => {
    if (keyOf === undefined) return
    // Sorting keeps the order of what is equal.
    kept.sort((a, b) => Buffer.compare(a.key as Buffer, b.key as Buffer))
    if (kept.length > wanted) kept.length = wanted
  }
  return {
    /** Answers false when no more are needed. */
    add(found: Found): boolean {
      kept.push({ found, key: keyOf?.(found) })
      if (keyOf === undefined) return kept.length < wanted
      if (kept.length > trimAt) order()
      return true
    },
    finish: (): Found[] => {
      order()
      return kept.map(({ found }) => found)
    },
  }
}

function requireGeoIndex(near: Near | undefined, indexes: readonly Index[]): void {
  if (near === undefined) return
  const path = near.path.join('.')
  const hasIndex = indexes.some((index) =>
    index.keys.some((key) => key.path === path && key.direction === '2dsphere'),
  )
  if (!hasIndex) throw requestFailed('unable to find index for $geoNear query')
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
