import { CloudError } from '../codes'
import type { Batch } from './batch'
import type { Collection } from './catalog'
import { type DocumentChange, idFrom, newDocument, readChange } from './change'
import type { Operation, Reply, Request } from './operation'
import { documentById, type Found, findDocuments, findIds, type Reader } from './reading'
import { type Body, readObject, readQuery } from './request'
import { type Document, toEjson } from './values'

/** Makes a collection; writing to one that does not exist does not make it. */
export const addCollection: Operation = async ({ store }, body) => {
  const name = String(body.collectionName ?? '')
  await store.write((batch) => batch.createCollection(name))
  return {}
}

/** Inserts documents; outside a transaction those before a refused one stay, as in MongoDB. */
export const insertDocument: Operation = async ({ store, transactions, clock }, body, request) => {
  if (!Array.isArray(body.data) || body.data.length === 0) {
    throw new CloudError('INVALID_PARAM', 'data must be a list of documents')
  }
  const documents = body.data.map((text) => newDocument(readObject(text, 'data', clock.now())))
  const insertedIds = documents.map((document) => document._id)
  if (body.transactionId !== undefined) {
    await transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
      const collection = store.catalog.get(body.collectionName)
      for (const document of documents) transactions.insert(transaction, collection, document)
    })
  } else {
    store.catalog.get(body.collectionName)
    await store.write(
      (batch) => {
        const collection = batch.catalog.get(body.collectionName)
        for (const document of documents) batch.insert(collection, document)
      },
      { isPartial: documents.length > 1 },
    )
  }
  return { data: { insertedIds } }
}

/** Updates by operators, or sets a whole document; in a transaction always one. */
export const modifyDocument: Operation = async ({ store, transactions, clock }, body, request) => {
  store.catalog.get(body.collectionName)
  const query = readQuery(body, clock.now())
  const change = readChange(body, clock.now())
  if (body.transactionId !== undefined) {
    return transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
      const collection = store.catalog.get(body.collectionName)
      const result = findDocuments(transaction, collection, { query, limit: 1 })
      request.scanned = result.scanned
      const found = result.found[0]
      if (found !== undefined) {
        const after = change.apply(found.document, query)
        transactions.write(transaction, collection, found.id, after)
        return { data: { updated: 1, upsert_id: null } }
      }
      if (!change.isUpsert) return { data: { updated: 0, upsert_id: null } }
      const document = newDocument({ ...idFrom(query), ...change.apply({}, query) })
      transactions.insert(transaction, collection, document)
      return { data: { updated: 0, upsert_id: document._id } }
    })
  }
  return store.write((batch) => updateMatching(batch, body, query, change, request), {
    isPartial: body.multi === true,
  })
}

/** Updates the first document that matches and answers what became of it. */
export const modifyAndReturnDoc: Operation = async (
  { store, transactions, clock },
  body,
  request,
) => {
  store.catalog.get(body.collectionName)
  const query = readQuery(body, clock.now())
  const change = readChange({ ...body, merge: true }, clock.now())
  const modifyFirst = (
    reader: Reader,
    write: (collection: Collection, found: Found, after: Document) => void,
  ) => {
    const collection = store.catalog.get(body.collectionName)
    const { found, scanned } = findDocuments(reader, collection, { query, limit: 1 })
    request.scanned = scanned
    request.returned = found.length
    const first = found[0]
    if (first === undefined) return { data: { updated: 0, doc: null } }
    const after = change.apply(first.document, query)
    write(collection, first, after)
    return { data: { updated: 1, doc: toEjson(after) } }
  }
  if (body.transactionId !== undefined) {
    return transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
      modifyFirst(transaction, (collection, found, after) =>
        transactions.write(transaction, collection, found.id, after),
      ),
    )
  }
  return store.write((batch) =>
    modifyFirst(batch, (collection, found, after) =>
      batch.replace(collection, found.id, found.document, after),
    ),
  )
}

/** Removes what matches. */
export const removeDocument: Operation = async ({ store, transactions, clock }, body, request) => {
  store.catalog.get(body.collectionName)
  const query = readQuery(body, clock.now())
  const isMany = body.multi === true
  const matching = (reader: Reader, collection: Collection) => {
    const { ids, scanned } = findIds(reader, collection, query, isMany ? undefined : 1)
    request.scanned = scanned
    return ids
  }
  if (body.transactionId !== undefined) {
    return transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
      const collection = store.catalog.get(body.collectionName)
      const ids = matching(transaction, collection)
      for (const id of ids) transactions.write(transaction, collection, id, null)
      return { data: { deleted: ids.length } }
    })
  }
  return store.write(
    (batch) => {
      const collection = batch.catalog.get(body.collectionName)
      const ids = matching(batch, collection)
      for (const id of ids) {
        const found = documentById(batch, collection, id)
        if (found !== undefined) batch.remove(collection, id, found.document)
      }
      return { data: { deleted: ids.length } }
    },
    { isPartial: isMany },
  )
}

/** Updates what matches, one or all; `updated` counts what matched, changed or not. */
function updateMatching(
  batch: Batch,
  body: Body,
  query: Document,
  change: DocumentChange,
  request: Request,
): Reply {
  const collection = batch.catalog.get(body.collectionName)
  const limit = body.multi === true ? undefined : 1
  const { ids, scanned } = findIds(batch, collection, query, limit)
  request.scanned = scanned
  if (ids.length === 0 && change.isUpsert) {
    const document = newDocument({ ...idFrom(query), ...change.apply({}, query) })
    batch.insert(collection, document)
    return { data: { updated: 0, upsert_id: document._id } }
  }
  for (const id of ids) {
    const found = documentById(batch, collection, id)
    if (found === undefined) continue
    batch.replace(collection, id, found.document, change.apply(found.document, query))
  }
  return { data: { updated: ids.length, upsert_id: null } }
}
