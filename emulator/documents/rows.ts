import type { Collection } from './catalog'
import type { Connection, Row } from './connection'
import { afterAny } from './key'
import type { Plan } from './plan'

export interface StoredRow {
  seq: number
  id: Buffer
  bytes: Buffer
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
export function* unionRows(
  connection: Connection,
  collection: Collection,
  plans: Plan[],
  page: number,
) {
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
