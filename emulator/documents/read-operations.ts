import { runPipeline } from './aggregate'
import type { Core, Operation, Request } from './operation'
import { compileProjection } from './project'
import { countDocuments, findDocuments, type Reader } from './reading'
import { type Body, readLimit, readProjection, readQuery, readSkip, readSort } from './request'
import { toEjson } from './values'

/** Reads in the transaction that the request names, or else in the newest state. */
function reading<T>(
  { store, transactions }: Core,
  body: Body,
  request: Request,
  read: (reader: Reader) => T,
): Promise<T> {
  if (body.transactionId === undefined) return Promise.resolve(read(store.latest))
  return transactions.run(body.transactionId, request.sentAtNs, read)
}

/** Documents by query or by id, of the newest state or of a transaction. */
export const getDocument: Operation = async (core, body, request) => {
  const { store, clock } = core
  store.catalog.get(body.collectionName)
  const query = readQuery(body, clock.now())
  const project = compileProjection(readProjection(body), query)
  const [limit, skip, sort] = [readLimit(body), readSkip(body), readSort(body)]
  const { found, scanned } = await reading(core, body, request, (reader) =>
    findDocuments(reader, store.catalog.get(body.collectionName), { query, sort, skip, limit }),
  )
  request.scanned = scanned
  request.returned = found.length
  const list = found.map((item) => toEjson(project(item.document)))
  return { data: { list }, limit, offset: skip }
}

/** How many documents match. */
export const calculateDocument: Operation = async ({ store, clock }, body, request) => {
  const collection = store.catalog.get(body.collectionName)
  const { total, scanned } = countDocuments(store.latest, collection, readQuery(body, clock.now()))
  request.scanned = scanned
  return { data: { total } }
}

/** Runs a pipeline on the newest state. */
export const aggregateDocuments: Operation = async ({ store, clock }, body, request) => {
  const collection = store.catalog.get(body.collectionName)
  const result = runPipeline(store.latest, store.catalog, collection, body.stages, clock.now())
  request.scanned = result.scanned
  request.returned = result.list.length
  return { data: { list: result.list.map(toEjson) } }
}
